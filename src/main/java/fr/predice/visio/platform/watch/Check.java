package fr.predice.visio.platform.watch;

import java.time.Duration;

/** One thing that the service depends on. Each bean of this type is watched, by each node for itself. */
public interface Check {
    /** One English word in small letters: probes, logs and the keys of texts call it so. */
    String name();

    /** How long until it is made again: a minute, if nothing speaks for another time. */
    default Duration every() {
        return Duration.ofMinutes(1);
    }

    /**
     * Whether a node where this is bad had better get no new visitors. Not so where calls go on without it, or where
     * another node would do no better, as with nearly all.
     */
    default boolean decides() {
        return false;
    }

    /** Looks. It may take {@link Watch#PATIENCE}, runs in no transaction, and may fail with any exception. */
    Finding look() throws Exception;
}
