package fr.predice.visio.admin;

import fr.predice.visio.figures.Figure;
import fr.predice.visio.figures.Figures;
import java.util.List;
import java.util.stream.IntStream;

/** Calls by day or month as bars: those that connected, and on top of them those that did not. 100 units high. */
public final class FigureChart {
    private static final int SLOT = 10;
    private static final double HEIGHT = 100;

    private final List<Bar> bars;
    private final long most;
    private final String first;
    private final String last;

    FigureChart(List<Figures.Line> lines, FigureWords words) {
        most = lines.stream().mapToLong(FigureChart::calls).max().orElse(0);
        bars = IntStream.range(0, lines.size())
                .mapToObj(place -> new Bar(place, lines.get(place), most))
                .toList();
        first = words.step(lines.get(0).step());
        last = words.step(lines.get(lines.size() - 1).step());
    }

    private static long calls(Figures.Line line) {
        return line.tally().of(Figure.CALLS) + line.tally().of(Figure.FAILURES);
    }

    public List<Bar> getBars() {
        return bars;
    }

    /** Of one day or month; 0 leaves nothing to draw. */
    public long getMost() {
        return most;
    }

    public String getFirst() {
        return first;
    }

    public String getLast() {
        return last;
    }

    public int getWidth() {
        return bars.size() * SLOT;
    }

    /** Two parts of one column, in units of the drawing, from the top. */
    public static final class Bar {
        private final double x;
        private final double connected;
        private final double failed;

        private Bar(int place, Figures.Line line, long most) {
            x = place * SLOT + SLOT * 0.15;
            connected = share(line.tally().of(Figure.CALLS), most);
            failed = share(line.tally().of(Figure.FAILURES), most);
        }

        private static double share(long calls, long most) {
            return most == 0 ? 0 : HEIGHT * calls / most;
        }

        public double getX() {
            return x;
        }

        public double getWidth() {
            return SLOT * 0.7;
        }

        public double getConnected() {
            return connected;
        }

        public double getConnectedTop() {
            return HEIGHT - connected;
        }

        public double getFailed() {
            return failed;
        }

        public double getFailedTop() {
            return HEIGHT - connected - failed;
        }
    }
}
