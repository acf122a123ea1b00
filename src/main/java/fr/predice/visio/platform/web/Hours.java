package fr.predice.visio.platform.web;

import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time of day as the page's language says it, in the site's zone: "14 h 05", "2:05 PM". */
@Named
@RequestScoped
public class Hours {
    @Inject
    private Settings settings;

    @Inject
    private Language language;

    public String of(Instant instant) {
        return hour(instant, language.getLocale(), settings.timeZone());
    }

    /** "24 novembre 2026", "24 November 2026". */
    public String day(Instant instant) {
        return day(instant, language.getLocale(), settings.timeZone());
    }

    /** "24 novembre 2026 à 14 h 05", "24 November 2026 at 2:05 PM". */
    public String moment(Instant instant) {
        return moment(instant, language.getLocale(), settings.timeZone());
    }

    /** The same in another language than the page's, as mails need it. */
    public static String moment(Instant instant, Locale language, ZoneId zone) {
        var at = Texts.FRENCH.getLanguage().equals(language.getLanguage()) ? " à " : " at ";
        return day(instant, language, zone) + at + hour(instant, language, zone);
    }

    /** As one says it, without minutes where there are none: "8 h", "8 h 30", "8 AM", "noon". */
    static String round(ZonedDateTime at, Locale language) {
        var french = Texts.FRENCH.getLanguage().equals(language.getLanguage());
        if (!french && at.toLocalTime().equals(LocalTime.NOON)) {
            return "noon"; // 12 PM is read as midnight by some.
        }
        var whole = french ? "H\u00a0'h'" : "h\u00a0a";
        return at.getMinute() == 0
                ? DateTimeFormatter.ofPattern(whole, language).format(at)
                : hour(at.toInstant(), language, at.getZone());
    }

    private static String day(Instant instant, Locale language, ZoneId zone) {
        return DateTimeFormatter.ofPattern("d\u00a0MMMM\u00a0yyyy", language).format(instant.atZone(zone));
    }

    private static String hour(Instant instant, Locale language, ZoneId zone) {
        var french = Texts.FRENCH.getLanguage().equals(language.getLanguage());
        return DateTimeFormatter.ofPattern(french ? "H\u00a0'h'\u00a0mm" : "h:mm\u00a0a", language)
                .format(instant.atZone(zone));
    }

    /** The site's zone for scripts, e.g. {@code Europe/Paris}. */
    public String getZone() {
        return settings.timeZone().getId();
    }
}
