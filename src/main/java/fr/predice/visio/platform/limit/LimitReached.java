package fr.predice.visio.platform.limit;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** Too many of something for now. */
@ApplicationException(rollback = true)
public class LimitReached extends RuntimeException {
    private final Duration retryAfter;

    public LimitReached(Duration retryAfter) {
        this.retryAfter = retryAfter;
    }

    /** Until it is worth trying again, rounded up. */
    public long minutes() {
        return retryAfter.plusSeconds(59).toMinutes();
    }
}
