package fr.predice.visio.platform.limit;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** Too many of something for now. */
@ApplicationException(rollback = true)
public class LimitReached extends RuntimeException {
    private final String purpose;
    private final Duration retryAfter;

    public LimitReached(String purpose, Duration retryAfter) {
        super(purpose);
        this.purpose = purpose;
        this.retryAfter = retryAfter;
    }

    /** Which ceiling was met, e.g. "sms-number-hour". */
    public String purpose() {
        return purpose;
    }

    /** Until it is worth trying again, rounded up. */
    public long minutes() {
        return retryAfter.plusSeconds(59).toMinutes();
    }

    /** The same, more closely. */
    public long seconds() {
        return retryAfter.plusMillis(999).toSeconds();
    }
}
