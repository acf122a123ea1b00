package fr.predice.visio.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.platform.retention.Retention;
import fr.predice.visio.stack.Database;
import fr.predice.visio.support.MovedClock;
import fr.predice.visio.support.Some;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A participant's number is gone one hour after the call, or after a link that nobody opened. */
class ParticipantNumbersIT {
    private static final String INSERT = """
            WITH organizer AS (
                INSERT INTO account SELECT gen_random_uuid(), 'essai', '', '', '', '', TRUE, now() RETURNING id)
            INSERT INTO invitation (id, organizer_id, request, phone, phone_hash, created_at, expires_at,
                phone_served_at, language, display)
            SELECT ?, id, ?, '+33612345678', 'hash', ?, ?, ?, 'AR', 'EASY' FROM organizer""";

    private final MovedClock clock = new MovedClock();
    private final ParticipantNumbers rule = new ParticipantNumbers(Some.settings());
    private final UUID invitation = UUID.randomUUID();
    private Database database;
    private DataSource tables;

    @BeforeEach
    void invite() throws SQLException {
        database = Database.startEmpty("it-retention");
        tables = database.node();
        try (var connection = tables.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, invitation);
            insert.setObject(2, UUID.randomUUID());
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.setTimestamp(4, Timestamp.from(clock.instant().plus(Duration.ofHours(5))));
            insert.setTimestamp(5, Timestamp.from(clock.instant().plus(Duration.ofHours(1))));
            insert.executeUpdate();
        }
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void goesOneHourAfterTheCall() throws SQLException {
        clock.move(Duration.ofMinutes(20));
        end();
        clock.move(Duration.ofMinutes(60));
        erase();
        assertThat(kept("phone")).isTrue();
        assertThat(choices()).isEqualTo("(AR,EASY)");

        clock.move(Duration.ofSeconds(1));
        erase();

        assertThat(kept("phone")).isFalse();
        assertThat(kept("phone_hash")).isTrue();
        assertThat(choices()).isEqualTo("(FR,ORDINARY)");
    }

    @Test
    void goesOneHourAfterALinkThatNobodyOpened() throws SQLException {
        clock.move(Duration.ofMinutes(120));
        erase();
        assertThat(kept("phone")).isTrue();

        clock.move(Duration.ofSeconds(1));
        erase();

        assertThat(kept("phone")).isFalse();
    }

    @Test
    void isRegisteredOnceWithoutSayingWhose() throws SQLException {
        clock.move(Duration.ofHours(3));
        erase();
        erase();

        var text = "(" + clock.instant() + ",participant numbers,1,"
                + clock.instant().minus(Duration.ofHours(1)) + ")";
        assertThat(register()).isEqualTo(text);
    }

    private void erase() throws SQLException {
        new Retention(tables, clock).apply(rule);
    }

    private void end() throws SQLException {
        try (var connection = tables.getConnection();
                var update = connection.prepareStatement("UPDATE invitation SET ended_at = ?")) {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.executeUpdate();
        }
    }

    /** What the organizer chose for the person, as {@code (language,display)}. */
    private String choices() throws SQLException {
        try (var connection = tables.getConnection();
                var row =
                        connection.createStatement().executeQuery("SELECT (language, display)::text FROM invitation")) {
            row.next();
            return row.getString(1);
        }
    }

    private boolean kept(String column) throws SQLException {
        try (var connection = tables.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT " + column + " IS NOT NULL FROM invitation")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** All lines, as {@code (at,what,erased,older_than)}. */
    private String register() throws SQLException {
        var lines = new StringBuilder();
        try (var connection = tables.getConnection();
                var rows = connection.createStatement().executeQuery("SELECT * FROM purge_register")) {
            while (rows.next()) {
                lines.append('(')
                        .append(rows.getTimestamp("at").toInstant())
                        .append(',')
                        .append(rows.getString("what"))
                        .append(',')
                        .append(rows.getLong("erased"))
                        .append(',')
                        .append(rows.getTimestamp("older_than").toInstant())
                        .append(')');
            }
        }
        return lines.toString();
    }
}
