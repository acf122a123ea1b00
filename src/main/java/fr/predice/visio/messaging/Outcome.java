package fr.predice.visio.messaging;

import java.time.Duration;
import java.util.Optional;

/**
 * What a gateway knows after one attempt.
 *
 * @param reason for the log: never a number, an address or a text
 * @param reference the provider's own number for the message, with which its receipts come; of an accepted one only
 * @param retryAfter how long the provider asks to be left alone; of a retry only
 */
public record Outcome(Kind kind, String reason, Optional<String> reference, Optional<Duration> retryAfter) {
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
        return new Outcome(Kind.ACCEPTED, "accepted", Optional.empty(), Optional.empty());
    }

    /** @param reference unique among all providers, e.g. {@code ovh:123} */
    public static Outcome accepted(String reference) {
        return new Outcome(Kind.ACCEPTED, "accepted", Optional.of(reference), Optional.empty());
    }

    public static Outcome refused(String reason) {
        return new Outcome(Kind.REFUSED, reason, Optional.empty(), Optional.empty());
    }

    public static Outcome retry(String reason) {
        return new Outcome(Kind.RETRY, reason, Optional.empty(), Optional.empty());
    }

    public static Outcome retry(String reason, Duration after) {
        return new Outcome(Kind.RETRY, reason, Optional.empty(), Optional.of(after));
    }

    public static Outcome unknown(String reason) {
        return new Outcome(Kind.UNKNOWN, reason, Optional.empty(), Optional.empty());
    }
}
