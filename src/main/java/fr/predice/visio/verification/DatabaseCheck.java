package fr.predice.visio.verification;

import static fr.predice.visio.verification.Finding.State.CARE;
import static fr.predice.visio.verification.Finding.State.WELL;
import static fr.predice.visio.verification.Finding.State.WRONG;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The database as the application's role meets it: its version, its encryption, its clock, and rights that must be
 * narrow. They are asked for, not tried: a try that succeeds would have changed something.
 */
public final class DatabaseCheck implements Check {
    private static final int SECONDS = 5;
    private static final int OLDEST = 15;
    private static final int NEWEST = 18;
    private static final Duration FAR_APART = Duration.ofSeconds(2);

    private static final String STATE = """
            SELECT current_setting('server_version_num')::int / 10000, current_setting('server_version'),
                coalesce(inet_server_addr() << '127.0.0.0/8' OR inet_server_addr() = '::1', true),
                (SELECT CASE WHEN s.ssl THEN s.version END FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid())""";

    private static final String WIDE = """
            SELECT 'superuser' FROM pg_roles WHERE rolname = current_user AND rolsuper
            UNION ALL SELECT 'create' WHERE has_schema_privilege(current_schema(), 'CREATE')
            UNION ALL SELECT 'owner' WHERE EXISTS (SELECT FROM pg_class c
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
                    AND pg_has_role(c.relowner, 'USAGE'))""";

    private static final String REWRITABLE = """
            SELECT DISTINCT t FROM unnest(ARRAY['audit_event', 'audit_seal', 'audit_unsealed', 'audit_seal_signature',
                'purge_register']) t, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) deed
            WHERE has_table_privilege(t, deed) ORDER BY t""";

    private static final String LEVEL = """
            SELECT version, (SELECT count(*) FROM flyway_schema_history WHERE NOT success)
            FROM flyway_schema_history WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1""";

    /** Opens a connection of one role. */
    public interface Role {
        Connection connect() throws SQLException;
    }

    private final Role application;
    private final Role owner;
    private final Clock clock;

    public DatabaseCheck(Role application, Role owner, Clock clock) {
        this.application = application;
        this.owner = owner;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public List<Finding> look() {
        var found = new ArrayList<Finding>();
        try (var connection = application.connect()) {
            found.addAll(state(connection));
            found.add(rights(connection));
            found.add(trail(connection));
            found.add(clock(connection));
        } catch (SQLException away) {
            found.add(Finding.of("database", WRONG, "away", String.valueOf(away.getSQLState())));
        }
        found.add(level());
        return found;
    }

    private static List<Finding> state(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            var row = statement.executeQuery(STATE);
            row.next();
            return List.of(version(row.getInt(1), row.getString(2)), encryption(row.getBoolean(3), row.getString(4)));
        }
    }

    private static Finding version(int major, String whole) {
        var number = whole.split(" ")[0];
        return major < OLDEST || major > NEWEST
                ? Finding.of("database", CARE, "version", number, OLDEST, NEWEST)
                : Finding.of("database", WELL, "well", number);
    }

    private static Finding encryption(boolean sameMachine, String protocol) {
        if (protocol != null) {
            return Finding.of("databaseTls", WELL, "well", protocol);
        }
        return sameMachine ? Finding.of("databaseTls", WELL, "local") : Finding.of("databaseTls", CARE, "clear");
    }

    private static Finding rights(Connection connection) throws SQLException {
        var wide = all(connection, WIDE);
        return wide.isEmpty()
                ? Finding.of("rights", WELL, "well")
                : Finding.of("rights", WRONG, "wide", String.join(", ", wide));
    }

    private static Finding trail(Connection connection) throws SQLException {
        var open = all(connection, REWRITABLE);
        return open.isEmpty()
                ? Finding.of("trail", WELL, "well")
                : Finding.of("trail", WRONG, "open", String.join(", ", open));
    }

    private Finding clock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            var before = clock.instant();
            var row = statement.executeQuery("SELECT clock_timestamp()");
            row.next();
            var theirs = row.getObject(1, Timestamp.class).toInstant();
            // Halfway through the question.
            var ours = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
            var apart = Duration.between(ours, theirs).abs();
            return Finding.of(
                    "databaseClock",
                    apart.compareTo(FAR_APART) > 0 ? WRONG : WELL,
                    apart.compareTo(FAR_APART) > 0 ? "apart" : "well",
                    apart.toMillis());
        }
    }

    /** Which migration the tables stand at is the owner's to read. */
    private Finding level() {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            var row = statement.executeQuery(LEVEL);
            row.next();
            return row.getInt(2) == 0
                    ? Finding.of("migration", WELL, "well", row.getString(1))
                    : Finding.of("migration", WRONG, "failed", row.getString(1));
        } catch (SQLException away) {
            return Finding.of("migration", WRONG, "away", String.valueOf(away.getSQLState()));
        }
    }

    private static List<String> all(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            return texts(statement.executeQuery(query));
        }
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        var texts = new ArrayList<String>();
        while (rows.next()) {
            texts.add(rows.getString(1));
        }
        return texts;
    }
}
