package fr.predice.visio.messaging.sms.ovh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

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

    /** Seconds since 1970. */
    synchronized long now() throws OvhFailure {
        if (lastUsed.isBefore(own.instant().minus(TRUSTED))) {
            var theirs = source.ask();
            ahead = Duration.between(own.instant(), Instant.ofEpochSecond(theirs));
        }
        lastUsed = own.instant();
        return lastUsed.plus(ahead).getEpochSecond();
    }

    synchronized void distrust() {
        lastUsed = Instant.MIN;
    }
}
