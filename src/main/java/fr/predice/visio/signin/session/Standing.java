package fr.predice.visio.signin.session;

import fr.predice.visio.account.Role;
import java.time.Duration;
import java.time.Instant;

/**
 * A session that nobody ended, of an account that is open.
 *
 * @param calledAt when its room was last heard of, or null
 */
record Standing(Role role, Instant seenAt, Instant calledAt, Instant endsAt) {
    static final Duration IDLE = Duration.ofMinutes(30);

    /** A room tells every five minutes that it is open: two of these may get lost. */
    static final Duration CALL = Duration.ofMinutes(15);

    /** Past the end; a room that is said to be open longer is none. */
    private static final Duration LONGEST_CALL = Duration.ofHours(4);

    private static final Duration WRITTEN_AGAIN = Duration.ofMinutes(1);

    boolean isOver(Instant now) {
        return !now.isBefore(lasts());
    }

    /** After twelve hours, a call that goes on is all that is left. */
    boolean admits(Errand errand, Instant now) {
        return !isOver(now) && (errand != Errand.WORK || now.isBefore(endsAt));
    }

    /** Whether this request is worth writing down. */
    boolean isNews(Errand errand, Instant now) {
        return errand != Errand.LOOK
                && (past(seenAt, WRITTEN_AGAIN, now)
                        || errand == Errand.CALL && (calledAt == null || past(calledAt, WRITTEN_AGAIN, now)));
    }

    Left left(Instant now) {
        return new Left(Duration.between(now, lasts()), end().isBefore(seenAt.plus(IDLE)));
    }

    /** Until when, if nothing more is heard. */
    private Instant lasts() {
        var idle = seenAt.plus(IDLE);
        return idle.isBefore(end()) ? idle : end();
    }

    private Instant end() {
        var call = calledAt == null ? endsAt : calledAt.plus(CALL);
        var latest = endsAt.plus(LONGEST_CALL);
        return call.isAfter(latest) ? latest : call.isAfter(endsAt) ? call : endsAt;
    }

    private static boolean past(Instant at, Duration time, Instant now) {
        return !now.isBefore(at.plus(time));
    }
}
