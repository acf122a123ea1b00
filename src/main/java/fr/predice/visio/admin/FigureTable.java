package fr.predice.visio.admin;

import fr.predice.visio.figures.Figure;
import fr.predice.visio.figures.Figures;
import fr.predice.visio.figures.Tally;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One table of figures, as it is read: its columns, a row by day or month with anything, and the total. */
public final class FigureTable {
    private final String name;
    private final List<String> heads;
    private final List<Row> rows;
    private final List<String> total;

    /** A column: the key of its head, and what it says of a tally. */
    private record Column(String key, Function<Tally, String> cell) {}

    private FigureTable(String name, List<Column> columns, List<Figures.Line> lines, Tally all, FigureWords words) {
        this.name = name;
        this.heads = columns.stream().map(column -> words.text(column.key())).toList();
        this.rows = lines.stream()
                .filter(line -> !line.tally().isEmpty())
                .map(line -> new Row(words.step(line.step()), cells(columns, line.tally())))
                .toList();
        this.total = cells(columns, all);
    }

    private static List<String> cells(List<Column> columns, Tally tally) {
        return columns.stream().map(column -> column.cell().apply(tally)).toList();
    }

    /** What happened, the messages, and the calls. */
    static List<FigureTable> of(List<Figures.Line> lines, Tally all, FigureWords words) {
        return List.of(
                new FigureTable("activity", activity(words), lines, all, words),
                new FigureTable("sms", counted(Figure.SMS.stream(), words), lines, all, words),
                new FigureTable(
                        "calls",
                        counted(Stream.concat(Figure.CALLS.stream(), Figure.FAILURES.stream()), words),
                        lines,
                        all,
                        words));
    }

    private static List<Column> activity(FigureWords words) {
        return List.of(
                counted(Figure.SIGN_IN, words),
                counted(Figure.INVITATION, words),
                new Column("figures.calls", tally -> words.number(tally.of(Figure.CALLS))),
                new Column("figures.failures", tally -> words.number(tally.of(Figure.FAILURES))),
                new Column("figures.median", tally -> words.median(tally).orElse(words.text("figures.none"))));
    }

    private static List<Column> counted(Stream<Figure> figures, FigureWords words) {
        return figures.map(figure -> counted(figure, words)).toList();
    }

    private static Column counted(Figure figure, FigureWords words) {
        return new Column("figures." + figure.name(), tally -> words.number(tally.of(figure)));
    }

    public String getName() {
        return name;
    }

    public List<String> getHeads() {
        return heads;
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<String> getTotal() {
        return total;
    }

    /** A day or a month. */
    public static final class Row {
        private final String label;
        private final List<String> cells;

        private Row(String label, List<String> cells) {
            this.label = label;
            this.cells = cells;
        }

        public String getLabel() {
            return label;
        }

        public List<String> getCells() {
            return cells;
        }
    }
}
