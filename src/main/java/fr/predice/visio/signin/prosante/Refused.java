package fr.predice.visio.signin.prosante;

/** Nobody came in. Its message is for the log, on one line, and names nobody. */
class Refused extends Exception {
    private static final int LONGEST = 200;

    private final Cause why;

    Refused(Cause why, String message) {
        super(why + ": " + plain(message));
        this.why = why;
    }

    /** Some of it may be what another server wrote. */
    private static String plain(String message) {
        var line = message.replaceAll("\\p{Cntrl}", " ");
        return line.substring(0, Math.min(line.length(), LONGEST));
    }

    Cause why() {
        return why;
    }
}
