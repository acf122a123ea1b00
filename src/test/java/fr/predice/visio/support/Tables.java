package fr.predice.visio.support;

import fr.predice.visio.stack.Stack;
import java.sql.SQLException;

/** The application's tables, as their owner sees them. */
public final class Tables {
    private static final String NAMES = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'visio'";

    private final Stack stack;

    public Tables(Stack stack) {
        this.stack = stack;
    }

    /** @param query of one number */
    public int count(String query) {
        try (var database = stack.database();
                var row = database.createStatement().executeQuery(query)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** @return how many rows it changed */
    public int execute(String update) {
        try (var database = stack.database();
                var statement = database.createStatement()) {
            return statement.executeUpdate(update);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As a dump would hold them; PostgreSQL writes bytes in hexadecimal. */
    public String everyRow() {
        var everything = new StringBuilder();
        try (var database = stack.database();
                var tables = database.createStatement().executeQuery(NAMES)) {
            while (tables.next()) {
                var all = "SELECT t::text FROM " + tables.getString(1) + " t";
                try (var rows = database.createStatement().executeQuery(all)) {
                    while (rows.next()) {
                        everything.append(rows.getString(1)).append('\n');
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return everything.toString();
    }
}
