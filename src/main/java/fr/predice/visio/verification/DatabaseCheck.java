package fr.predice.visio.verification;

import static fr.predice.visio.verification.Finding.State.CARE;
import static fr.predice.visio.verification.Finding.State.WELL;
import static fr.predice.visio.verification.Finding.State.WRONG;

import fr.predice.visio.platform.persistence.DatabaseClock;
import fr.predice.visio.platform.persistence.RoleRights;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
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

    private static final String STATE = """
            SELECT current_setting('server_version_num')::int / 10000, current_setting('server_version'),
                coalesce(inet_server_addr() << '127.0.0.0/8' OR inet_server_addr() = '::1', true),
                (SELECT CASE WHEN s.ssl THEN s.version END FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid())""";

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
            var role = new RoleRights(connection);
            found.add(rights(role));
            found.add(trail(role));
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

    private static Finding rights(RoleRights role) throws SQLException {
        var wide = role.wide();
        if (!wide.isEmpty()) {
            return Finding.of("rights", WRONG, "wide", String.join(", ", wide));
        }
        var missing = role.missing();
        return missing.isEmpty()
                ? Finding.of("rights", WELL, "well")
                : Finding.of("rights", WRONG, "missing", String.join(", ", missing));
    }

    private static Finding trail(RoleRights role) throws SQLException {
        var open = role.rewritable();
        return open.isEmpty()
                ? Finding.of("trail", WELL, "well")
                : Finding.of("trail", WRONG, "open", String.join(", ", open));
    }

    private Finding clock(Connection connection) throws SQLException {
        return Apart.of("databaseClock", DatabaseClock.ahead(connection, clock));
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
}
