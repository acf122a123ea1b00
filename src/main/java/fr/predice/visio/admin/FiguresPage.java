package fr.predice.visio.admin;

import fr.predice.visio.figures.FigureCounting;
import fr.predice.visio.figures.Figures;
import fr.predice.visio.figures.FiguresExport;
import fr.predice.visio.figures.Place;
import fr.predice.visio.figures.Tally;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.web.Hours;
import fr.predice.visio.platform.web.Language;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** How the service is used, over a period, by everybody or by one establishment's people. */
@Named
@RequestScoped
public class FiguresPage {
    @Inject
    private FigureCounting counting;

    @Inject
    private Figures figures;

    @Inject
    private FiguresExport export;

    @Inject
    private SecurityContext security;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Hours hours;

    @Inject
    private Language language;

    @Inject
    private HttpServletRequest request;

    private FigureWords words;
    private AskedPeriod asked;
    private List<Place> places;
    private Optional<Place> place;
    private List<Figures.Line> lines;
    private Tally all;

    @PostConstruct
    void read() {
        words = new FigureWords(language.getLocale());
        var today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
        asked = AskedPeriod.of(
                request.getParameter("periode"), request.getParameter("du"), request.getParameter("au"), today);
        counting.count();
        places = figures.places();
        place = places.stream()
                .filter(known -> known.id().toString().equals(request.getParameter("etablissement")))
                .findFirst();
        lines = figures.over(asked.period(), establishment());
        all = new Tally();
        lines.forEach(line -> all.add(line.tally()));
    }

    private Optional<UUID> establishment() {
        return place.map(Place::id);
    }

    /** Answers with the file in place of the page. */
    public void export() throws IOException {
        var period = asked.period();
        var admin = UUID.fromString(security.getCallerPrincipal().getName());
        var csv = export.csv(period, establishment(), language.getLocale(), admin, ClientAddress.of(request));
        var name = words.text("figures.file", period.from(), period.to());
        Faces.sendFile(csv.getBytes(StandardCharsets.UTF_8), name, true);
    }

    public List<String> getUsual() {
        return AskedPeriod.USUAL;
    }

    /** The usual period that is shown; empty for others. */
    public String getName() {
        return asked.name();
    }

    public String getFrom() {
        return asked.from();
    }

    public String getTo() {
        return asked.to();
    }

    /** "from", "to" or "order"; empty for none. */
    public String getProblem() {
        return asked.problem().orElse("");
    }

    public List<Choice> getPlaces() {
        return places.stream().map(Choice::new).toList();
    }

    /** Empty for everybody's. */
    public String getPlace() {
        return place.map(one -> one.id().toString()).orElse("");
    }

    /** Whose figures of which days these are. */
    public String getTitle() {
        return words.period(asked.period())
                + place.map(one -> ", " + new Choice(one).getLabel()).orElse("");
    }

    public boolean isNothing() {
        return all.isEmpty();
    }

    public List<String> getSentences() {
        return words.sentences(all);
    }

    public boolean isByMonth() {
        return asked.period().byMonth();
    }

    public FigureChart getChart() {
        return new FigureChart(lines, words);
    }

    public List<FigureTable> getTables() {
        return FigureTable.of(lines, all, words);
    }

    public String getCountedAt() {
        return hours.of(clock.instant());
    }

    /** One establishment of the list. */
    public static final class Choice {
        private final Place place;

        private Choice(Place place) {
            this.place = place;
        }

        public String getId() {
            return place.id().toString();
        }

        public String getLabel() {
            return place.name() + " (" + place.town() + ")";
        }
    }
}
