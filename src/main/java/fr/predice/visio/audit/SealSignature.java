package fr.predice.visio.audit;

import fr.predice.visio.platform.token.KeyedHash;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the application says of a seal: its hash, and when it first saw it. Whoever rewrites the tables has neither the
 * key nor the hour back: a seal shown again, even to the application itself, is signed too late.
 */
final class SealSignature {
    private static final String PURPOSE = "audit-seal";
    private static final char BETWEEN = ':';

    private final KeyedHash keyed;

    SealSignature(KeyedHash keyed) {
        this.keyed = keyed;
    }

    /** The key's name, then 64 hexadecimal characters over the hour in microseconds, as PostgreSQL keeps it. */
    String of(long number, String hash, Instant signedAt) {
        return keyed.pepperName() + BETWEEN + keyed.of(PURPOSE, parts(number, hash, signedAt));
    }

    /** Under the key of now, or one that was before. */
    boolean holds(String signature, long number, String hash, Instant signedAt) {
        return keyed.is(signature.substring(signature.indexOf(BETWEEN) + 1), PURPOSE, parts(number, hash, signedAt));
    }

    /** Whether it can be verified at all; the name of its key proves nothing. */
    boolean verifiable(String signature) {
        var end = signature.indexOf(BETWEEN);
        return end < 0 || keyed.knowsPepper(signature.substring(0, end));
    }

    private static String[] parts(long number, String hash, Instant signedAt) {
        return new String[] {
            Long.toString(number), hash, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, signedAt))
        };
    }
}
