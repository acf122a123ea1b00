package fr.predice.visio.platform.web;

import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The time of day as the page's language says it, in the site's zone: "14 h 05", "2:05 PM". */
@Named
@RequestScoped
public class Hours {
    @Inject
    private Settings settings;

    @Inject
    private Language language;

    public String of(Instant instant) {
        var pattern = language.isFrench() ? "H\u00a0'h'\u00a0mm" : "h:mm\u00a0a";
        return DateTimeFormatter.ofPattern(pattern, language.getLocale()).format(instant.atZone(settings.timeZone()));
    }

    /** "24 novembre 2026", "24 November 2026". */
    public String day(Instant instant) {
        return DateTimeFormatter.ofPattern("d\u00a0MMMM\u00a0yyyy", language.getLocale())
                .format(instant.atZone(settings.timeZone()));
    }

    /** The site's zone for scripts, e.g. {@code Europe/Paris}. */
    public String getZone() {
        return settings.timeZone().getId();
    }
}
