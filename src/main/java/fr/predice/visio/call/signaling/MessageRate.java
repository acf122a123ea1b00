package fr.predice.visio.call.signaling;

/**
 * A token bucket: 200 messages at once, 50 a second after that (ASVS 5.0 17.3.1). Used by one socket's thread at a
 * time.
 */
final class MessageRate {
    private static final int BURST = 200;
    private static final int PER_SECOND = 50;
    private static final double NANOS = 1e9;

    private double left = BURST;
    private long last;

    /** @param now from {@link System#nanoTime()} */
    MessageRate(long now) {
        last = now;
    }

    boolean allows(long now) {
        left = Math.min(BURST, left + (now - last) / NANOS * PER_SECOND);
        last = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
