package fr.predice.visio.signin.prosante;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why nobody came in by Pro Santé Connect. */
public enum Cause {
    /** The provider does not answer, or not in time. */
    AWAY,
    /** The person gave up, or the provider let them not go on. */
    CANCELLED,
    /** Begun too long ago, or in another browser, or used already. */
    LATE,
    /** What came back proves nothing. */
    INVALID,
    /** The provider identified somebody long before this sign-in began, who may have left since. */
    STALE,
    /** The person was identified less surely than we want. */
    LEVEL,
    /** The person has no national number that we know to read. */
    NUMBER,
    /** Nobody has an account with this number. */
    UNKNOWN,
    /** The account is closed, or has another door. */
    INACTIVE,
    /** The account has the number, which nobody proved before, and another name. */
    NAME;

    /** As addresses name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Cause> of(String word) {
        return Arrays.stream(values())
                .filter(cause -> cause.word().equals(word))
                .findFirst();
    }
}
