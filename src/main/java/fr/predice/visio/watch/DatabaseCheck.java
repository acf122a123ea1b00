package fr.predice.visio.watch;

import fr.predice.visio.platform.watch.Check;
import fr.predice.visio.platform.watch.Finding;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Whether the database answers, lets us write, and has room left on its disk. It decides: all but the calls under way
 * needs it, and a node may have lost it alone.
 */
@ApplicationScoped
public class DatabaseCheck implements Check {
    private static final String LOOK = "SELECT current_setting('transaction_read_only')::boolean";

    /**
     * Sorts half a megabyte with room for little of it in memory: the rest goes through a temporary file on the
     * database's disk. Unlike a row that is written each time, it takes new room there, and costs its log nothing.
     */
    private static final String LITTLE_MEMORY = "SET LOCAL work_mem = '64kB'";

    private static final String USE_DISK =
            "SELECT count(*) FROM (SELECT repeat(md5(n::text), 8) FROM generate_series(1, 2000) n ORDER BY 1) lines";

    /** PostgreSQL, Appendix A: {@code disk_full}. */
    private static final String FULL = "53100";

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean decides() {
        return true;
    }

    @Override
    public Finding look() {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return look(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            return found(failure);
        }
    }

    private static Finding look(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(LITTLE_MEMORY);
            statement.execute(USE_DISK);
            try (var row = statement.executeQuery(LOOK)) {
                row.next();
                return row.getBoolean(1) ? Finding.bad("readonly") : Finding.fine();
            }
        }
    }

    static Finding found(SQLException failure) {
        return Finding.bad(FULL.equals(failure.getSQLState()) ? "full" : "away");
    }
}
