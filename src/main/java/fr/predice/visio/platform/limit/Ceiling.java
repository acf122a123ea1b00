package fr.predice.visio.platform.limit;

import java.time.Duration;

/**
 * So many of something in one window of time.
 *
 * @param purpose names the ceiling, e.g. "sms-number"
 * @param subject whom it counts, kept only as a keyed hash
 */
public record Ceiling(String purpose, String subject, int most, Duration window) {
    @Override
    public String toString() {
        return "Ceiling[" + purpose + "]";
    }
}
