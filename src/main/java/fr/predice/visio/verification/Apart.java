package fr.predice.visio.verification;

import fr.predice.visio.platform.watch.Tolerances;
import java.time.Duration;

/** What two clocks' distance means. */
final class Apart {
    private Apart() {}

    static Finding of(String subject, Duration ahead) {
        var apart = ahead.abs();
        var state = Finding.State.WELL;
        if (apart.compareTo(Tolerances.CLOCK_BROKEN) >= 0) {
            state = Finding.State.WRONG;
        } else if (apart.compareTo(Tolerances.CLOCK) >= 0) {
            state = Finding.State.CARE;
        }
        return Finding.of(subject, state, state == Finding.State.WELL ? "well" : "apart", apart.toMillis());
    }
}
