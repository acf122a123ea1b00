package fr.predice.visio.platform.cipher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Seals under the key of now what a previous one sealed. Called outside any transaction. */
final class Resealing {
    private static final int AT_A_TIME = 500;

    private final DataSource database;
    private final RowCipher cipher;

    Resealing(DataSource database, RowCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** How many texts were sealed anew, and how many no key opens. */
    record Outcome(int resealed, int lost) {}

    /** Several nodes may: a text that another changed meanwhile stays as that left it. */
    Outcome apply(SealedColumn column) throws SQLException {
        var sql = "SELECT " + column.id() + ", " + column.column() + " FROM " + column.table() + " WHERE "
                + column.column() + " IS NOT NULL";
        try (var connection = database.getConnection()) {
            // Without it, the driver would hold all texts at once.
            connection.setAutoCommit(false);
            try (var texts = connection.prepareStatement(sql)) {
                texts.setFetchSize(AT_A_TIME);
                var outcome = reseal(connection, texts, column);
                connection.commit();
                return outcome;
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private Outcome reseal(Connection connection, PreparedStatement texts, SealedColumn column) throws SQLException {
        var resealed = 0;
        var lost = 0;
        try (var row = texts.executeQuery()) {
            while (row.next()) {
                var id = row.getObject(1, UUID.class);
                var sealed = row.getBytes(2);
                if (!cipher.current(id, column.field(), sealed)) {
                    try {
                        var text = cipher.open(id, column.field(), sealed);
                        resealed += put(connection, column, id, sealed, cipher.seal(id, column.field(), text));
                    } catch (IllegalStateException noKeyOpensIt) {
                        lost++;
                    }
                }
            }
        }
        return new Outcome(resealed, lost);
    }

    private static int put(Connection connection, SealedColumn column, UUID id, byte[] before, byte[] after)
            throws SQLException {
        var sql = "UPDATE " + column.table() + " SET " + column.column() + " = ? WHERE " + column.id() + " = ? AND "
                + column.column() + " = ?";
        try (var update = connection.prepareStatement(sql)) {
            update.setBytes(1, after);
            update.setObject(2, id);
            update.setBytes(3, before);
            return update.executeUpdate();
        }
    }
}
