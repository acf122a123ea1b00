package fr.predice.visio.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A PostgreSQL of this machine that has the database "visio" and its roles. */
public interface DatabaseServer extends AutoCloseable {
    String OWNER = "visio_owner";
    String APPLICATION = "visio_app";
    String READER = "visio_read";
    String BACKUP = "visio_backup";
    List<String> ROLES = List.of(OWNER, APPLICATION, READER, BACKUP);

    /** What goes into VISIO_DB_URL. */
    String url();

    String password(String role);

    default Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, password(role));
    }

    /** As the one who installed it. */
    Connection connectAsAdministrator() throws SQLException;

    /** The same, in the server's own database. */
    Connection connectBeside() throws SQLException;

    /** Sends all away and lets nobody in again: to the application, as if it had stopped. */
    default void leave() throws SQLException {
        try (var connection = connectBeside();
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE visio ALLOW_CONNECTIONS false");
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'visio'");
        }
    }

    default void comeBack() throws SQLException {
        try (var connection = connectBeside();
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE visio ALLOW_CONNECTIONS true");
        }
    }

    @Override
    void close();
}
