package fr.predice.visio.watch;

import fr.predice.visio.platform.persistence.DatabaseClock;
import fr.predice.visio.platform.watch.Check;
import fr.predice.visio.platform.watch.Finding;
import fr.predice.visio.platform.watch.Tolerances;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * How far this node's clock is from the database's, which all nodes share: codes, links and limits live by the clock.
 * It is only told: people's calls go on, and one wrong clock can be the database's.
 */
@ApplicationScoped
public class ClockCheck implements Check {
    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Finding look() {
        try (var connection = database.getConnection()) {
            return found(DatabaseClock.ahead(connection, clock));
        } catch (SQLException away) {
            return Finding.unknown("nodatabase");
        }
    }

    /** @param ahead how far this node's clock is before the database's */
    static Finding found(Duration ahead) {
        var apart = ahead.abs();
        var finding = Finding.fine();
        if (apart.compareTo(Tolerances.CLOCK_BROKEN) >= 0) {
            finding = Finding.bad("apart");
        } else if (apart.compareTo(Tolerances.CLOCK) >= 0) {
            finding = Finding.care("apart");
        }
        return finding.with("aheadMillis", ahead.toMillis());
    }
}
