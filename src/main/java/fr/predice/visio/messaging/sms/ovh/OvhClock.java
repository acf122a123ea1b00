package fr.predice.visio.messaging.sms.ovh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** OVH's clock, as far as ours differs from it: signatures hold for a short time only. */
final class OvhClock {
    /**
     * Asked again before a message after this long without one. That question may be repeated, so it also finds out
     * whether an idle connection is still alive, before the message does, which may not.
     */
    private static final Duration TRUSTED = Duration.ofSeconds(20);

    /** Asks for OVH's time, in seconds since 1970. */
    interface Source {
        long ask() throws OvhFailure;
    }

    private final Clock own;
    private final Source source;
    private Instant lastUsed = Instant.MIN;
    private Duration ahead = Duration.ZERO;

    OvhClock(Clock own, Source source) {
        this.own = own;
        this.source = source;
    }

    /**
     * Seconds since 1970. Many messages may ask at the same time: one that waited for the others' questions could
     * outlive its lease, and each finds out about a connection of its own.
     */
    long now() throws OvhFailure {
        var known = trusted();
        return known.isPresent() ? known.getAsLong() : learn(source.ask());
    }

    private synchronized OptionalLong trusted() {
        if (lastUsed.isBefore(own.instant().minus(TRUSTED))) {
            return OptionalLong.empty();
        }
        lastUsed = own.instant();
        return OptionalLong.of(lastUsed.plus(ahead).getEpochSecond());
    }

    private synchronized long learn(long theirs) {
        lastUsed = own.instant();
        ahead = Duration.between(lastUsed, Instant.ofEpochSecond(theirs));
        return theirs;
    }

    synchronized void distrust() {
        lastUsed = Instant.MIN;
    }
}
