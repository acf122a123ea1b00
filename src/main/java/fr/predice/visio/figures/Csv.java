package fr.predice.visio.figures;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as spreadsheets read it in France (RFC 4180, but for the semicolon): UTF-8 with its mark, so that Excel
 * knows. What would be taken for a formula is marked as text.
 */
final class Csv {
    private static final char UTF_8_MARK = '\uFEFF';
    private static final String FORMULAS = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder().append(UTF_8_MARK);

    Csv line(List<String> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(";", "", "\r\n")));
        return this;
    }

    private static String cell(String value) {
        var safe = !value.isEmpty() && FORMULAS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("(?s).*[;\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    String text() {
        return text.toString();
    }
}
