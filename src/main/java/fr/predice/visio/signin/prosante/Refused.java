package fr.predice.visio.signin.prosante;

/** Nobody came in. Its message is for the log, and names nobody. */
class Refused extends Exception {
    private final Cause why;

    Refused(Cause why, String message) {
        super(why + ": " + message);
        this.why = why;
    }

    Cause why() {
        return why;
    }
}
