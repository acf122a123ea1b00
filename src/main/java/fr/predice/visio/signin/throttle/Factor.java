package fr.predice.visio.signin.throttle;

/** What is tried; each is counted for itself. */
public enum Factor {
    PASSWORD,
    CODE
}
