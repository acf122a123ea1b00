package fr.predice.visio.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

/** The clock that all nodes share. */
public final class DatabaseClock {
    private static final int SECONDS = 5;

    private DatabaseClock() {}

    /** How far our clock is before the database's; negative if it is behind. */
    public static Duration ahead(Connection connection, Clock ours) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            var before = ours.instant();
            try (var row = statement.executeQuery("SELECT clock_timestamp()")) {
                row.next();
                // Halfway through the question.
                var asked = before.plus(Duration.between(before, ours.instant()).dividedBy(2));
                return Duration.between(row.getObject(1, Timestamp.class).toInstant(), asked);
            }
        }
    }
}
