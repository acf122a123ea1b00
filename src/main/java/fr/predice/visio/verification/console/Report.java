package fr.predice.visio.verification.console;

import fr.predice.visio.platform.web.Texts;
import fr.predice.visio.verification.Finding;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The findings, a line each, with what to do below those that are not well; and their sum. */
final class Report {
    private static final Map<Finding.State, String> WORDS = Map.of(
            Finding.State.WELL, "OK", Finding.State.CARE, "WARN", Finding.State.WRONG, "FAIL", Finding.State.NONE, "-");

    private final Consumer<String> out;
    private final Locale language;
    private final Map<Finding.State, Integer> count = new EnumMap<>(Finding.State.class);

    Report(Consumer<String> out, Locale language) {
        this.out = out;
        this.language = language;
    }

    void add(Finding finding) {
        count.merge(finding.state(), 1, Integer::sum);
        var of = finding.of().isEmpty() ? "" : " " + finding.of();
        line(finding.state(), finding.title(language) + of + " | " + finding.says(language));
        var todo = finding.todo(language);
        if (!todo.isEmpty()) {
            say("      > " + todo);
        }
    }

    /** A setting that cannot be read, in the words of {@code --check}. */
    void refuse(String line) {
        count.merge(Finding.State.WRONG, 1, Integer::sum);
        line(Finding.State.WRONG, line);
    }

    private void line(Finding.State state, String text) {
        say("%-4s  %s".formatted(WORDS.get(state), text));
    }

    /** Consoles have no line that must not break. */
    private void say(String line) {
        out.accept(line.replace('\u00a0', ' '));
    }

    /** @return the exit code: 0 if all is well, 1 if something should be looked at, 2 if something is wrong */
    int close() {
        var wrong = count.getOrDefault(Finding.State.WRONG, 0);
        var care = count.getOrDefault(Finding.State.CARE, 0);
        if (wrong > 0) {
            say(Texts.get(language, "verification.here.verdict.wrong", wrong, care));
            return 2;
        }
        say(
                care > 0
                        ? Texts.get(language, "verification.here.verdict.care", wrong, care)
                        : Texts.get(language, "verification.well"));
        return care > 0 ? 1 : 0;
    }
}
