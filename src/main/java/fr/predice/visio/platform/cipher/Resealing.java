package fr.predice.visio.platform.cipher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Seals under the key of now what a previous one sealed. Called outside any transaction. */
final class Resealing {
    static final int AT_A_TIME = 500;

    /** Before all that are made. */
    private static final UUID FIRST = new UUID(0, 0);

    private final DataSource database;
    private final RowCipher cipher;

    Resealing(DataSource database, RowCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** How many texts were sealed anew, and how many no key opens. */
    record Outcome(int resealed, int lost) {
        Outcome and(Outcome other) {
            return new Outcome(resealed + other.resealed, lost + other.lost);
        }
    }

    private record Row(UUID id, byte[] sealed) {}

    /**
     * Several nodes may: a text that another changed meanwhile stays as that left it, and so does one that no key
     * opens. Each five hundred rows are committed: who writes to one of them waits no longer, and a failure loses no
     * more.
     */
    Outcome apply(SealedColumn column) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var all = new Outcome(0, 0);
                for (var last = Optional.of(FIRST); last.isPresent(); ) {
                    var rows = after(last.get(), connection, column);
                    all = all.and(reseal(connection, rows, column));
                    connection.commit();
                    last = rows.size() < AT_A_TIME
                            ? Optional.empty()
                            : Optional.of(rows.get(rows.size() - 1).id());
                }
                return all;
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private static List<Row> after(UUID last, Connection connection, SealedColumn column) throws SQLException {
        var sql = "SELECT " + column.id() + ", " + column.column() + " FROM " + column.table() + " WHERE "
                + column.column() + " IS NOT NULL AND " + column.id() + " > ? ORDER BY " + column.id() + " LIMIT "
                + AT_A_TIME;
        var rows = new ArrayList<Row>();
        try (var texts = connection.prepareStatement(sql)) {
            texts.setObject(1, last);
            try (var row = texts.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getObject(1, UUID.class), row.getBytes(2)));
                }
            }
        }
        return rows;
    }

    private Outcome reseal(Connection connection, List<Row> rows, SealedColumn column) throws SQLException {
        var resealed = 0;
        var lost = 0;
        for (var row : rows) {
            if (!cipher.current(row.id(), column.field(), row.sealed())) {
                try {
                    var text = cipher.open(row.id(), column.field(), row.sealed());
                    resealed += put(connection, column, row, cipher.seal(row.id(), column.field(), text));
                } catch (IllegalStateException noKeyOpensIt) {
                    lost++;
                }
            }
        }
        return new Outcome(resealed, lost);
    }

    private static int put(Connection connection, SealedColumn column, Row before, byte[] after) throws SQLException {
        var sql = "UPDATE " + column.table() + " SET " + column.column() + " = ? WHERE " + column.id() + " = ? AND "
                + column.column() + " = ?";
        try (var update = connection.prepareStatement(sql)) {
            update.setBytes(1, after);
            update.setObject(2, before.id());
            update.setBytes(3, before.sealed());
            return update.executeUpdate();
        }
    }
}
