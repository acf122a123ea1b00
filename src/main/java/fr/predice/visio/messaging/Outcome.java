package fr.predice.visio.messaging;

/**
 * What a gateway knows after one attempt.
 *
 * @param reason for the log: never a number, an address or a text
 */
public record Outcome(Kind kind, String reason) {
    public enum Kind {
        /** The provider has it. */
        ACCEPTED,
        /** The provider refused it for good. */
        REFUSED,
        /** The provider surely did not take it; a later attempt may pass. */
        RETRY,
        /** It may have been taken: a second attempt could send it twice. */
        UNKNOWN
    }

    public static Outcome accepted() {
        return new Outcome(Kind.ACCEPTED, "accepted");
    }

    public static Outcome refused(String reason) {
        return new Outcome(Kind.REFUSED, reason);
    }
}
