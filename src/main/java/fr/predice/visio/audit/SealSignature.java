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

    private final KeyedHash keyed;

    SealSignature(KeyedHash keyed) {
        this.keyed = keyed;
    }

    /** 64 hexadecimal characters, over the hour in microseconds, as PostgreSQL keeps it. */
    String of(long number, String hash, Instant signedAt) {
        return keyed.of(
                PURPOSE,
                Long.toString(number),
                hash,
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, signedAt)));
    }

    boolean holds(String signature, long number, String hash, Instant signedAt) {
        return keyed.same(signature, of(number, hash, signedAt));
    }
}
