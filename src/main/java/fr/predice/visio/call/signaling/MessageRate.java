package fr.predice.visio.call.signaling;

/**
 * A token bucket: 200 short messages at once, 50 a second after that (ASVS 5.0 17.3.1). A long one counts for several,
 * so that a flood is refused to whoever sends it before it fills what waits for the other side. Used by one socket's
 * thread at a time.
 */
final class MessageRate {
    private static final int BURST = 200;
    private static final int PER_SECOND = 50;
    /** The largest message counts for 17: twelve at once are less than a line lets wait. */
    private static final int BYTES_PER_TOKEN = 4096;

    private static final double NANOS = 1e9;

    private double left = BURST;
    private long last;

    /** @param now from {@link System#nanoTime()} */
    MessageRate(long now) {
        last = now;
    }

    boolean allows(long now, int bytes) {
        left = Math.min(BURST, left + (now - last) / NANOS * PER_SECOND);
        last = now;
        var cost = 1 + bytes / BYTES_PER_TOKEN;
        if (left < cost) {
            return false;
        }
        left -= cost;
        return true;
    }
}
