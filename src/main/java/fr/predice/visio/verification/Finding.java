package fr.predice.visio.verification;

import fr.predice.visio.platform.web.Texts;
import java.util.List;
import java.util.Locale;

/**
 * One line of the report.
 *
 * @param subject what it is about: a text {@code verification.subject.*}
 * @param of which one of several, e.g. a TURN address; empty if there is one only
 * @param word what was found: a text {@code verification.found.SUBJECT.WORD}, with one more on what to do about it
 *     (ending in {@code .todo}) unless all is well
 * @param figures for these texts: measures, host names, names of our own classes; no secret, nothing of a person
 */
public record Finding(String subject, String of, State state, String word, List<String> figures) {
    private static final String HERE = "here.";

    public enum State {
        WELL,
        /** Works, and could be better, or cannot be judged from here. */
        CARE,
        WRONG,
        /** This site does without. */
        NONE
    }

    static Finding of(String subject, State state, String word, Object... figures) {
        return new Finding(
                subject,
                "",
                state,
                word,
                List.of(figures).stream().map(String::valueOf).toList());
    }

    /** One that the page's own texts for browsers say, {@code verification.here.*}. */
    static Finding seen(String subject, State state, String word, Object... figures) {
        return of(HERE + subject, state, word, figures);
    }

    Finding about(String which) {
        return new Finding(subject, which, state, word, figures);
    }

    /** The subject's name. */
    public String title(Locale language) {
        return Texts.get(
                language,
                subject.startsWith(HERE)
                        ? "verification.here.subject." + subject.substring(HERE.length())
                        : "verification.subject." + subject);
    }

    public String says(Locale language) {
        return text(language, "");
    }

    /** What to do about it; empty if there is nothing to do. */
    public String todo(Locale language) {
        return state == State.CARE || state == State.WRONG ? text(language, ".todo") : "";
    }

    private String text(Locale language, String end) {
        var family = subject.startsWith(HERE) ? "verification." : "verification.found.";
        return Texts.get(language, family + subject + "." + word + end, figures.toArray());
    }
}
