package fr.predice.visio.admin;

import fr.predice.visio.platform.watch.Finding;
import fr.predice.visio.platform.watch.Told;
import fr.predice.visio.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;

/** One check as the page says it: what was found, in words, and what is to be done about it. */
public final class CheckRow {
    private final Told told;
    private final Locale language;

    CheckRow(Told told, Locale language) {
        this.told = told;
        this.language = language;
    }

    public String getName() {
        return told.name();
    }

    public String getLabel() {
        return text(told.name());
    }

    /** "bad", "care", "unknown", "fine" or "off". */
    public String getLevel() {
        return told.finding().level().name().toLowerCase(Locale.ROOT);
    }

    public String getState() {
        return text("level." + getLevel());
    }

    /** What is wrong; empty for nothing. */
    public String getProblem() {
        return problem().isEmpty() ? "" : own("");
    }

    /** What to do about it; empty for nothing. */
    public String getAdvice() {
        return problem().isEmpty() ? "" : own(".do");
    }

    public List<String> getFigures() {
        return told.finding().figures().entrySet().stream()
                .map(figure -> Texts.get(language, "watch.figure." + figure.getKey(), figure.getValue()))
                .toList();
    }

    boolean isToSee() {
        return told.finding().level().compareTo(Finding.Level.CARE) >= 0;
    }

    private String problem() {
        return told.finding().problem();
    }

    /** Some problems are any check's. */
    private String own(String part) {
        try {
            return text(told.name() + "." + problem() + part);
        } catch (MissingResourceException general) {
            return text(problem() + part);
        }
    }

    private String text(String key) {
        return Texts.get(language, "watch." + key);
    }
}
