package fr.predice.visio.call.room;

/** Why the server closes a socket, with its close code (RFC 6455 §7.4.2, private range). */
public enum Closing {
    MALFORMED(4400),
    TICKET_REFUSED(4401),
    NO_HELLO(4408),
    REPLACED(4409),
    ENDED(4410),
    TOO_MANY(4429);

    private final int code;

    Closing(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
