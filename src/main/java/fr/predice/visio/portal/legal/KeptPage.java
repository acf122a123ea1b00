package fr.predice.visio.portal.legal;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.retention.RetentionRule;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** How long what is kept: the figures are those of the rules that erase. */
@Named
@RequestScoped
public class KeptPage {
    private static final int DAYS_A_MONTH = 30;

    @Inject
    @Any
    private Instance<RetentionRule> rules;

    @Inject
    private Settings settings;

    @Inject
    private Language language;

    /** One line of the table: what it is, and how long it stays. */
    public record Kept(String what, String span) {
        public String getWhat() {
            return what;
        }

        public String getSpan() {
            return span;
        }
    }

    /** What is erased by itself, the shortest kept first. */
    public List<Kept> getErased() {
        return rules.stream()
                .sorted(Comparator.comparing(RetentionRule::kept).thenComparing(RetentionRule::what))
                .map(rule -> new Kept(text("legal.kept." + rule.what().replace(' ', '-')), span(rule.kept())))
                .toList();
    }

    /** How long the trail is kept. */
    public String getTrail() {
        var kept = settings.trail().kept();
        var days = kept.getDays() == 0 ? "" : " " + text("legal.days", kept.getDays());
        return kept.toTotalMonths() == 0 ? days.strip() : text("legal.months", kept.toTotalMonths()) + days;
    }

    private String span(Duration kept) {
        var days = kept.toDays();
        if (days < 2) {
            return Texts.duration(kept).replace(' ', '\u00a0');
        }
        return days % DAYS_A_MONTH == 0 && days > DAYS_A_MONTH
                ? text("legal.months", days / DAYS_A_MONTH)
                : text("legal.days", days);
    }

    private String text(String key, Object... arguments) {
        return Texts.get(language.getLocale(), key, arguments);
    }
}
