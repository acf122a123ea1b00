package fr.predice.visio.platform.check;

import fr.predice.visio.platform.persistence.RoleRights;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** Both roles get into the database, and each may do what it is for and no more. */
final class DatabaseCheck {
    private static final int OLDEST = 15;
    private static final int NEWEST_TRIED = 18;
    private static final int VERSION_STEP = 10_000;
    private static final String OURS = "SELECT coalesce(current_schema() = 'visio', FALSE)";

    private final Findings findings;
    private final Driver driver;
    private final String url;

    DatabaseCheck(Findings findings, Driver driver, String url) {
        this.findings = findings;
        this.driver = driver;
        this.url = url;
    }

    void application(String role, String password) {
        as("VISIO_DB_PASSWORD", role, password, connection -> {
            version(connection);
            var rights = new RoleRights(connection);
            refuse(rights.superuser(), "VISIO_DB_USER: " + role + " is a superuser");
            refuse(rights.builds(), "VISIO_DB_USER: " + role + " can create tables, as only the owner should");
            refuse(!rights.rewritable().isEmpty(), "VISIO_DB_USER: " + role + " can rewrite the audit trail");
            refuse(!rights.missing().isEmpty(), "VISIO_DB_USER: " + role + " lacks " + rights.missing());
        });
    }

    void owner(String role, String password) {
        as("VISIO_DB_OWNER_PASSWORD", role, password, connection -> {
            var rights = new RoleRights(connection);
            refuse(rights.superuser(), "VISIO_DB_OWNER_USER: " + role + " is a superuser");
            refuse(!rights.builds(), "VISIO_DB_OWNER_USER: " + role + " cannot create tables: run sql/roles.sql");
        });
    }

    private interface Look {
        void at(Connection connection) throws SQLException;
    }

    private void as(String variable, String role, String password, Look look) {
        var who = new Properties();
        who.setProperty("user", role);
        who.setProperty("password", password);
        who.setProperty("loginTimeout", "10");
        try (var connection = driver.connect(url, who)) {
            if (is(connection, OURS)) {
                look.at(connection);
                findings.right("VISIO_DB_URL: open to " + role);
            } else {
                findings.wrong("VISIO_DB_URL: no schema visio for " + role + ": run sql/roles.sql in this database");
            }
        } catch (SQLException refused) {
            var state = String.valueOf(refused.getSQLState());
            findings.wrong((state.startsWith("28") ? variable : "VISIO_DB_URL") + ": as " + role + ": "
                    + refused.getMessage().lines().findFirst().orElse(state));
        }
    }

    private void version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_setting('server_version_num')::integer")) {
            row.next();
            var version = row.getInt(1) / VERSION_STEP;
            if (version < OLDEST) {
                findings.wrong("VISIO_DB_URL: PostgreSQL " + version + ", wants " + OLDEST + " or newer");
            } else if (version > NEWEST_TRIED) {
                findings.warning("VISIO_DB_URL: PostgreSQL " + version + " was not tried, " + NEWEST_TRIED + " was");
            }
        }
    }

    private void refuse(boolean wrong, String line) {
        if (wrong) {
            findings.wrong(line);
        }
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
