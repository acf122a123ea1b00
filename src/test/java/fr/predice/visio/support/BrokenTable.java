package fr.predice.visio.support;

import fr.predice.visio.stack.Stack;
import java.sql.SQLException;

/** A table that the application does not find until this is closed: what needs it fails with an error of the server. */
public final class BrokenTable implements AutoCloseable {
    private final Stack stack;
    private final String table;

    private BrokenTable(Stack stack, String table) {
        this.stack = stack;
        this.table = table;
    }

    public static BrokenTable of(Stack stack, String table) {
        var broken = new BrokenTable(stack, table);
        broken.rename(table, table + "_away");
        return broken;
    }

    @Override
    public void close() {
        rename(table + "_away", table);
    }

    private void rename(String from, String to) {
        try (var database = stack.database();
                var statement = database.createStatement()) {
            statement.execute("ALTER TABLE " + from + " RENAME TO " + to);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
