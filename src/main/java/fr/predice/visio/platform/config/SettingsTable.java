package fr.predice.visio.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The table of all settings that hospital IT reads, {@code PARAMETRES.md}: what the service knows, it knows from there.
 */
public final class SettingsTable {
    private static final Pattern ROW = Pattern.compile("\\| `(VISIO_[A-Z_]+)` \\|.*");
    private static final Pattern BETWEEN = Pattern.compile(" \\| ");
    private static final Pattern QUOTED = Pattern.compile("[^`]*`([^`]*)`.*");
    private static final String PREFIX = "VISIO_";

    /** Fits every secret that an example does not show. */
    private static final String STAND_IN = "A".repeat(43) + "=";

    private static final SettingsTable OURS = packed();

    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** @param lines of the sheet; those that are no rows are left out */
    SettingsTable(Stream<String> lines) {
        lines.filter(line -> ROW.matcher(line).matches())
                .map(SettingsTable::row)
                .forEach(row -> {
                    if (rows.put(row.name(), row) != null) {
                        throw new IllegalStateException(row.name() + " is twice in the table of settings");
                    }
                });
    }

    /** One line of the table, its cells as they are written. */
    record Row(String name, String meaning, String unit, String standard, String example, String since) {
        boolean required() {
            return standard.startsWith("**obligatoire**");
        }

        /** Secrets are made by a command: one that stands in a document is none. */
        boolean made() {
            return example.startsWith("résultat de ");
        }
    }

    public static SettingsTable ours() {
        return OURS;
    }

    Collection<Row> rows() {
        return rows.values();
    }

    /** What a right value looks like, or how to make one. */
    String example(String name) {
        var row = rows.get(name);
        return (row.made() ? "from: " : "") + quoted(row.example());
    }

    /** What to read in place of a wrong value: nothing where that means a default, else the example, then nothing. */
    List<Optional<String>> instead(String name) {
        var row = rows.get(name);
        return row.standard().startsWith("`")
                ? List.of(Optional.empty())
                : List.of(Optional.of(row.made() ? STAND_IN : quoted(row.example())), Optional.empty());
    }

    /** A line for each name that looks like one of ours and is none, with the nearest that is. */
    public List<String> unknown(Collection<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(PREFIX) && !rows.containsKey(name))
                .sorted()
                .map(name -> name + ": no such setting; the nearest is " + nearest(name))
                .toList();
    }

    private String nearest(String name) {
        return rows.keySet().stream()
                .min(Comparator.comparingInt(known -> distance(known, name)))
                .orElseThrow();
    }

    /** Letters to add, leave out or change (Levenshtein). */
    private static int distance(String one, String other) {
        var above = new int[other.length() + 1];
        for (var column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (var row = 1; row <= one.length(); row++) {
            var line = new int[above.length];
            line[0] = row;
            for (var column = 1; column <= other.length(); column++) {
                var changed = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                line[column] = Math.min(Math.min(line[column - 1], above[column]) + 1, above[column - 1] + changed);
            }
            above = line;
        }
        return above[other.length()];
    }

    /** What stands between the first two backquotes. */
    static String quoted(String cell) {
        var value = QUOTED.matcher(cell);
        if (!value.matches()) {
            throw new IllegalStateException("no value in the table of settings: " + cell);
        }
        return value.group(1);
    }

    private static Row row(String line) {
        var cells = BETWEEN.split(line.substring(2, line.length() - 2), -1);
        if (cells.length != 6) {
            throw new IllegalStateException("six cells wanted: " + line);
        }
        return new Row(quoted(cells[0]), cells[1], cells[2], cells[3], cells[4], cells[5]);
    }

    private static SettingsTable packed() {
        try (var sheet = SettingsTable.class.getResourceAsStream("PARAMETRES.md")) {
            return new SettingsTable(new String(sheet.readAllBytes(), StandardCharsets.UTF_8).lines());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
