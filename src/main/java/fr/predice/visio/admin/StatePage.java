package fr.predice.visio.admin;

import fr.predice.visio.platform.watch.Told;
import fr.predice.visio.platform.watch.Watch;
import fr.predice.visio.platform.web.Hours;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** How the service is on the server that answers, the worst first. */
@Named
@RequestScoped
public class StatePage {
    @Inject
    private Watch watch;

    @Inject
    private Language language;

    @Inject
    private Hours hours;

    @Inject
    private Clock clock;

    private List<CheckRow> rows;

    @PostConstruct
    void read() {
        rows = watch.told().stream()
                .sorted(Comparator.comparing((Told told) -> told.finding().level())
                        .reversed()
                        .thenComparing(Told::name))
                .map(told -> new CheckRow(told, language.getLocale()))
                .toList();
    }

    public List<CheckRow> getRows() {
        return rows;
    }

    /** Whether nothing asks for anybody. */
    public boolean isWell() {
        return rows.stream().noneMatch(CheckRow::isToSee);
    }

    public String getSummary() {
        var toSee = rows.stream().filter(CheckRow::isToSee).count();
        return Texts.get(language.getLocale(), "watch.summary", toSee);
    }

    public String getAt() {
        return hours.of(clock.instant());
    }
}
