package fr.predice.visio.support;

import fr.predice.visio.stack.Stack;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

    /** @param query of one text */
    public List<String> texts(String query) {
        var texts = new ArrayList<String>();
        try (var database = stack.database();
                var rows = database.createStatement().executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return texts;
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
        return texts(NAMES).stream()
                .flatMap(table -> texts("SELECT t::text FROM " + table + " t").stream())
                .collect(Collectors.joining("\n"));
    }
}
