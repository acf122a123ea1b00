package fr.predice.visio.signin.throttle;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** How long nothing is tried after so many wrong tries: a typing error costs nothing, a guess costs more and more. */
final class Waits {
    /** The count starts anew once nothing was tried for so long. */
    static final Duration REMEMBERED = Duration.ofHours(24);

    private static final List<Integer> SECONDS = List.of(0, 0, 0, 0, 5, 10, 20, 40, 80, 900, 1800, 3600);

    /** From this try on, one does not merely wait: the way in is closed. */
    private static final int FIRST_LOCK = 10;

    private Waits() {}

    /** @param tries from 1 on */
    static Duration after(int tries) {
        return Duration.ofSeconds(SECONDS.get(Math.min(tries, SECONDS.size()) - 1));
    }

    static boolean locks(int tries) {
        return tries >= FIRST_LOCK;
    }

    /** The same as an array of PostgreSQL: the first element counts after the first try, the last from then on. */
    static String array() {
        return SECONDS.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
