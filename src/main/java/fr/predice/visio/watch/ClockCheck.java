package fr.predice.visio.watch;

import fr.predice.visio.platform.watch.Check;
import fr.predice.visio.platform.watch.Finding;
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
    private static final Duration CARE = Duration.ofSeconds(2);
    /** One step of an authenticator app's codes. */
    private static final Duration BAD = Duration.ofSeconds(30);

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean decides() {
        return false;
    }

    @Override
    public Finding look() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var before = clock.instant();
            try (var row = statement.executeQuery("SELECT clock_timestamp()")) {
                row.next();
                var theirs = row.getTimestamp(1).toInstant();
                var between =
                        before.plus(Duration.between(before, clock.instant()).dividedBy(2));
                return found(Duration.between(theirs, between));
            }
        } catch (SQLException away) {
            return Finding.unknown("nodatabase");
        }
    }

    /** @param ahead how far this node's clock is before the database's */
    static Finding found(Duration ahead) {
        var apart = ahead.abs();
        var finding = Finding.fine();
        if (apart.compareTo(BAD) >= 0) {
            finding = Finding.bad("apart");
        } else if (apart.compareTo(CARE) >= 0) {
            finding = Finding.care("apart");
        }
        return finding.with("aheadMillis", ahead.toMillis());
    }
}
