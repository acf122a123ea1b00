package fr.predice.visio.call.turn;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** How long all steps together may still take, from now. */
final class TimeLeft {
    private final long end;

    TimeLeft(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    /** At least 1, at most so many. @throws SocketTimeoutException if there is none left */
    int milliseconds(int atMost) throws SocketTimeoutException {
        var left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) Math.min(left, atMost);
    }

    int milliseconds() throws SocketTimeoutException {
        return milliseconds(Integer.MAX_VALUE);
    }
}
