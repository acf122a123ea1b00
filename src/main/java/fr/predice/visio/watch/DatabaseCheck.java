package fr.predice.visio.watch;

import fr.predice.visio.platform.watch.Check;
import fr.predice.visio.platform.watch.Finding;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Whether the database answers, and lets us write. It writes nothing, so a disk that is full there is told only by the
 * pages that fail. It decides: all but the calls under way needs it, and a node may have lost it alone.
 */
@ApplicationScoped
public class DatabaseCheck implements Check {
    private static final String LOOK = "SELECT current_setting('transaction_read_only')::boolean";

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
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(LOOK)) {
            row.next();
            return row.getBoolean(1) ? Finding.bad("readonly") : Finding.fine();
        } catch (SQLException away) {
            return Finding.bad("away");
        }
    }
}
