package fr.predice.visio.signin.session;

/** What a session is worth for a request. */
public enum Admittance {
    ADMITTED,
    /** Its twelve hours are over, but for the call that goes on. */
    CALL_ONLY,
    OVER
}
