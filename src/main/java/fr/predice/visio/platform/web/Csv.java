package fr.predice.visio.platform.web;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a table for spreadsheets as French ones open it: semicolons, each cell in quotes, a byte order mark that says
 * UTF-8. What a spreadsheet would take for a formula is text (OWASP, CSV injection).
 */
public final class Csv {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String FORMULAS = "=+-@\t\r\n＝＋－＠";

    private final Writer out;

    public Csv(Writer out) throws IOException {
        this.out = out;
        out.write(BYTE_ORDER_MARK);
    }

    public void row(List<String> cells) throws IOException {
        out.write(cells.stream().map(Csv::cell).collect(Collectors.joining(";")));
        out.write("\r\n");
    }

    private static String cell(String text) {
        var formula = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
