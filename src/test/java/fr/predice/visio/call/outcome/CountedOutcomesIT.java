package fr.predice.visio.call.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.platform.retention.Retention;
import fr.predice.visio.stack.Database;
import fr.predice.visio.support.MovedClock;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What browsers told of single calls does not outlive its use. */
class CountedOutcomesIT {
    private static final String INSERT = """
            WITH organizer AS (
                INSERT INTO account SELECT gen_random_uuid(), 'essai', '', '', '', '', TRUE, now() RETURNING id
            ), invited AS (
                INSERT INTO invitation (id, organizer_id, request, phone_hash, created_at, expires_at, phone_served_at)
                SELECT gen_random_uuid(), id, gen_random_uuid(), 'hash', now(), now(), now() FROM organizer
                RETURNING id)
            INSERT INTO call_outcome (invitation_id, side, told_at, way)
            SELECT id, 'ORGANIZER', ?, 'DIRECT' FROM invited""";

    private final MovedClock clock = new MovedClock();

    @Test
    void goesAfterThirtyDays() throws SQLException {
        try (var database = Database.startEmpty("it-outcomes")) {
            var tables = database.node();
            try (var connection = tables.getConnection();
                    var insert = connection.prepareStatement(INSERT)) {
                insert.setTimestamp(1, Timestamp.from(clock.instant()));
                insert.executeUpdate();
            }
            clock.move(Duration.ofDays(30));
            new Retention(tables, clock).apply(new CountedOutcomes());
            assertThat(kept(tables)).isEqualTo(1);

            clock.move(Duration.ofSeconds(1));
            new Retention(tables, clock).apply(new CountedOutcomes());

            assertThat(kept(tables)).isZero();
        }
    }

    private static int kept(DataSource tables) throws SQLException {
        try (var connection = tables.getConnection();
                var row = connection.createStatement().executeQuery("SELECT count(*) FROM call_outcome")) {
            row.next();
            return row.getInt(1);
        }
    }
}
