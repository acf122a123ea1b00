package fr.predice.visio.platform.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Whether the database is away, as far as the last look and whoever failed since then know. A full one is not: what
 * reads goes on, and what erases makes room.
 */
@ApplicationScoped
public class DatabaseAbsence {
    @Inject
    private Watch watch;

    @Inject
    private Clock clock;

    private volatile Instant noticed = Instant.MIN;

    /** Somebody met it before the next look does. */
    void notice() {
        noticed = clock.instant();
    }

    boolean lasts() {
        return watch.told("database")
                .filter(last -> isAway(last.finding()) || !last.at().isAfter(noticed))
                .isPresent();
    }

    private static boolean isAway(Finding found) {
        return found.level() == Finding.Level.BAD && !found.problem().equals("full");
    }
}
