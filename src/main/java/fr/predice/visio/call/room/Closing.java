package fr.predice.visio.call.room;

/** Why the server closes a socket, with its close code: of the private range (RFC 6455 §7.4.2) but for one. */
public enum Closing {
    /** RFC 6455 §7.4.1: the purpose is fulfilled. */
    LEFT(1000),
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
