package fr.predice.visio.platform.check;

import java.io.PrintStream;

/** What the checks say, one line each, as they go. */
final class Findings {
    private final PrintStream out;
    private int wrong;

    Findings(PrintStream out) {
        this.out = out;
    }

    void right(String line) {
        out.println("right    " + line);
    }

    /** The service starts all the same. */
    void warning(String line) {
        out.println("warning  " + line);
    }

    void wrong(String line) {
        wrong++;
        out.println("wrong    " + line);
    }

    /** How many are wrong. */
    int close() {
        out.println(wrong == 0 ? "Nothing is wrong." : wrong + " wrong.");
        return wrong;
    }
}
