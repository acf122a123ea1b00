package fr.predice.visio.admin;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditEntry;
import fr.predice.visio.audit.AuditSearch;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.web.Csv;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Hands out what the journal was asked for, as a file. Who did so is in the journal too. */
@Named
@RequestScoped
public class JournalExportPage {
    private static final int AT_A_TIME = 500;
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @Inject
    private AuditSearch search;

    @Inject
    private AuditTrail audit;

    @Inject
    private JournalLines lines;

    @Inject
    private SecurityContext security;

    @Inject
    private Settings settings;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    /** All that the page's form asks for, however many pages it fills. */
    public void export() throws IOException {
        var query = JournalQuery.of(request::getParameter);
        audit.record(
                AuditAction.TRAIL_EXPORTED,
                security.getCallerPrincipal().getName(),
                query.person().map(UUID::toString).orElse(AuditTrail.NOBODY),
                ClientAddress.of(request));
        var faces = FacesContext.getCurrentInstance();
        var answer = faces.getExternalContext();
        answer.setResponseContentType("text/csv;charset=UTF-8");
        var today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"journal-" + today + ".csv\"");
        try (var out =
                new BufferedWriter(new OutputStreamWriter(answer.getResponseOutputStream(), StandardCharsets.UTF_8))) {
            write(query, new Csv(out));
        }
        faces.responseComplete();
    }

    /** A page at a time, so that a year of events is never held at once. */
    private void write(JournalQuery query, Csv csv) throws IOException {
        csv.row(Stream.of("number", "at", "deed", "who", "identifier", "account", "about", "address", "result")
                .map(column -> text("journal.column." + column))
                .toList());
        var criteria = query.criteria(settings.timeZone(), search);
        var before = Long.MAX_VALUE;
        List<AuditEntry> entries;
        do {
            entries = search.find(criteria, before, AT_A_TIME);
            for (var line : lines.of(entries)) {
                csv.row(cells(line));
                before = line.id();
            }
        } while (entries.size() == AT_A_TIME);
    }

    private List<String> cells(JournalLine line) {
        return List.of(
                Long.toString(line.id()),
                AT.format(line.at()),
                line.deed(),
                line.actor(),
                line.identifier(),
                line.account(),
                line.about(),
                line.address(),
                text("journal.result." + (line.refused() ? "REFUSED" : "DONE")));
    }

    private String text(String key) {
        return Texts.get(language.getLocale(), key);
    }
}
