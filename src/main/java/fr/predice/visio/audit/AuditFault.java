package fr.predice.visio.audit;

import java.time.Instant;

/**
 * One thing that is wrong with the trail.
 *
 * @param seal its number, or 0 where no seal is concerned
 * @param numbers of the events concerned, or of the seals that are missing before this one, like "3, 7-9"
 * @param at when the seal was set; without a seal, when the first of the events was written
 */
public record AuditFault(Kind kind, long seal, String numbers, Instant at) {
    /** The first eight are found by {@code audit_faults()} in the database, the others by the key outside it. */
    public enum Kind {
        SEAL_MISSING,
        SEAL_ALTERED,
        CHAIN_BROKEN,
        PURGED_EARLY,
        EVENTS_MISSING,
        EVENTS_ALTERED,
        EVENTS_FOREIGN,
        EVENTS_WAITING,
        UNSIGNED,
        SIGNATURE_FALSE,
        KEY_UNKNOWN,
        SIGNED_LATE
    }
}
