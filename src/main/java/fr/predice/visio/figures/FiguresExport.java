package fr.predice.visio.figures;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.web.Csv;
import fr.predice.visio.platform.web.Texts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The figures as a file for spreadsheets, and the trail's line that says who took it. */
@Stateless
public class FiguresExport {
    private static final List<Figure> COLUMNS = Stream.of(
                    List.of(Figure.SIGN_IN, Figure.INVITATION), Figure.SMS, Figure.CALLS, Figure.FAILURES)
            .flatMap(List::stream)
            .toList();

    @Inject
    private FigureCounting counting;

    @Inject
    private Figures figures;

    @Inject
    private AuditTrail audit;

    /**
     * One line by day and establishment with anything: the day (ISO 8601), the establishment and its town, a column by
     * figure, and the median time to the picture in milliseconds.
     *
     * @param admin who exports
     * @param address the client's
     */
    public String csv(Period period, Optional<UUID> establishment, Locale language, UUID admin, String address) {
        counting.count();
        audit.record(AuditAction.FIGURES_EXPORTED, admin.toString(), period.from() + "/" + period.to(), address);
        try (var written = new StringWriter()) {
            var csv = new Csv(written);
            csv.row(headers(language));
            for (var line : figures.byPlace(period, establishment)) {
                csv.row(cells(line, language));
            }
            return written.toString();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static List<String> headers(Locale language) {
        var headers = new ArrayList<String>();
        Stream.of("day", "establishment", "town").forEach(name -> headers.add(text(language, "csv." + name)));
        COLUMNS.forEach(figure -> headers.add(text(language, "csv." + figure.name())));
        headers.add(text(language, "csv.median"));
        return headers;
    }

    private static List<String> cells(Figures.PlaceLine line, Locale language) {
        var cells = new ArrayList<String>();
        cells.add(line.day().toString());
        cells.add(line.place().map(Place::name).orElseGet(() -> text(language, "others")));
        cells.add(line.place().map(Place::town).orElse(""));
        COLUMNS.forEach(figure -> cells.add(String.valueOf(line.tally().of(figure))));
        cells.add(line.tally()
                .medianPicture()
                .map(Duration::toMillis)
                .map(String::valueOf)
                .orElse(""));
        return cells;
    }

    private static String text(Locale language, String name) {
        return Texts.get(language, "figures." + name);
    }
}
