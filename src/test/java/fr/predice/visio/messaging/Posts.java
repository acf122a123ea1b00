package fr.predice.visio.messaging;

import fr.predice.visio.platform.cipher.RowCipher;
import fr.predice.visio.support.Some;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** The outbox's table as business code fills it and as an auditor reads it. */
final class Posts {
    static final RowCipher CIPHER = new RowCipher(Some.settings());
    private static final String INSERT = """
            INSERT INTO outgoing_message (id, about, channel, recipient, content, state, attempts, next_attempt_at,
                expires_at, created_at)
            VALUES (?, ?, 'SMS', ?, ?, 'WAITING', 0, ?, ?, ?)""";

    private final DataSource database;

    Posts(DataSource database) {
        this.database = database;
    }

    /** @return the message's id, which is also what it is about and its text */
    UUID post(Instant now) throws SQLException {
        return post(1, now).get(0);
    }

    /** In one transaction. */
    List<UUID> post(int many, Instant now) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (var i = 0; i < many; i++) {
                var id = UUID.randomUUID();
                insert.setObject(1, id);
                insert.setObject(2, id);
                insert.setBytes(3, CIPHER.seal(id, "recipient", "+33612345678"));
                insert.setBytes(4, CIPHER.seal(id, "content", id.toString()));
                insert.setTimestamp(5, Timestamp.from(now));
                insert.setTimestamp(6, Timestamp.from(now.plus(Duration.ofMinutes(30))));
                insert.setTimestamp(7, Timestamp.from(now));
                insert.addBatch();
                ids.add(id);
            }
            insert.executeBatch();
            connection.commit();
        }
        return ids;
    }

    Delivery stateOf(UUID id) throws SQLException {
        return states().get(id);
    }

    Map<UUID, Delivery> states() throws SQLException {
        var states = new TreeMap<UUID, Delivery>();
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("SELECT id, state FROM outgoing_message")) {
            while (rows.next()) {
                states.put(rows.getObject(1, UUID.class), Delivery.valueOf(rows.getString(2)));
            }
        }
        return states;
    }

    /** How often nodes have claimed them. */
    int attempts() throws SQLException {
        return count("SELECT coalesce(sum(attempts), 0) FROM outgoing_message");
    }

    int settled() throws SQLException {
        return count("SELECT count(*) FROM outgoing_message WHERE settled_at IS NOT NULL");
    }

    private int count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    boolean wiped(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT recipient IS NULL AND content IS NULL FROM outgoing_message WHERE id = ?")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    void deleteAll() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.createStatement()) {
            delete.execute("DELETE FROM outgoing_message");
        }
    }
}
