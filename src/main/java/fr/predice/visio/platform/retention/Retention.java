package fr.predice.visio.platform.retention;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import javax.sql.DataSource;

/** Applies a rule: what is erased and its line in the register are one statement. Called outside any transaction. */
public final class Retention {
    private static final String LIMIT = ":limit";

    private final DataSource database;
    private final Clock clock;

    public Retention(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void apply(RetentionRule rule) throws SQLException {
        var now = clock.instant();
        var limit = Timestamp.from(now.minus(rule.kept()));
        var erasure = rule.erasure();
        var limits = erasure.split(LIMIT, -1).length - 1;
        var sql = "WITH erased AS (" + erasure.replace(LIMIT, "?") + " RETURNING 1)"
                + " INSERT INTO purge_register (at, what, erased, older_than)"
                + " SELECT ?, ?, count(*), ? FROM erased HAVING count(*) > 0";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            var place = 0;
            while (place < limits) {
                statement.setTimestamp(++place, limit);
            }
            statement.setTimestamp(++place, Timestamp.from(now));
            statement.setString(++place, rule.what());
            statement.setTimestamp(++place, limit);
            statement.executeUpdate();
        }
    }
}
