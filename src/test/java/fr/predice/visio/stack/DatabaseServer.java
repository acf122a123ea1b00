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

    @Override
    void close();
}
