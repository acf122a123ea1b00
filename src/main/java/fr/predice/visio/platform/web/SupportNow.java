package fr.predice.visio.platform.web;

import fr.predice.visio.platform.config.OpeningHours;
import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;

/** Whether somebody answers at the support right now, in the site's zone. */
@Named
@RequestScoped
public class SupportNow {
    @Inject
    private Settings settings;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    /** Whether the site told when its support is open. */
    public boolean isKnown() {
        return settings.branding().supportOpening().isPresent();
    }

    public boolean isOpen() {
        return hours().openUntil(now()).isPresent();
    }

    /** Until when it is open, or when it opens next. */
    public String getSentence() {
        var now = now();
        return hours().openUntil(now)
                .map(end -> text("support.open", hour(end)))
                .orElseGet(() -> closed(now, hours().opensNext(now)));
    }

    private String closed(ZonedDateTime now, ZonedDateTime opens) {
        var today = opens.toLocalDate().equals(now.toLocalDate());
        return text("support.closed", today ? text("support.today") : day(opens), hour(opens));
    }

    private OpeningHours hours() {
        return settings.branding().supportOpening().orElseThrow();
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(settings.timeZone());
    }

    private String day(ZonedDateTime at) {
        return at.getDayOfWeek().getDisplayName(TextStyle.FULL, language.getLocale());
    }

    private String hour(ZonedDateTime at) {
        return Hours.round(at, language.getLocale());
    }

    private String text(String key, Object... arguments) {
        return Texts.get(language.getLocale(), key, arguments);
    }
}
