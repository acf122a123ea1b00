package fr.predice.visio.admin;

import fr.predice.visio.account.AccountName;
import fr.predice.visio.account.AccountNames;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditResult;
import fr.predice.visio.audit.AuditSearch;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.FieldCheck;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.platform.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The trail of who did what: some of it, the newest first. */
@Named
@RequestScoped
public class JournalPage {
    private static final int LINES = 50;

    @Inject
    private AuditSearch search;

    @Inject
    private AccountNames names;

    @Inject
    private JournalLines lines;

    @Inject
    private Settings settings;

    @Inject
    private Language language;

    @Inject
    private HttpServletRequest request;

    private JournalQuery query;
    private List<JournalLine> found = List.of();
    private boolean more;

    private String from;
    private String until;
    private AuditAction action;
    private String person;
    private String address;
    private AuditResult result;

    @PostConstruct
    void read() {
        query = JournalQuery.of(request::getParameter);
        from = query.from().map(LocalDate::toString).orElse(null);
        until = query.until().map(LocalDate::toString).orElse(null);
        action = query.action().orElse(null);
        result = query.result().orElse(null);
        person = query.person().map(this::called).orElse(null);
        address = query.origin().flatMap(search::addressOf).orElse(null);
    }

    /** For the view, before it renders; a form that was refused shows no events. */
    public void find() {
        if (isShown()) {
            var entries = search.find(query.criteria(settings.timeZone(), search), query.before(), LINES + 1);
            more = entries.size() > LINES;
            found = lines.of(entries.stream().limit(LINES).toList());
        }
    }

    /** Goes to the address of what the form asks for. */
    public String search() {
        var who = Optional.ofNullable(person).map(this::known);
        var origin = Optional.ofNullable(address).map(text -> search.newestFrom(text.strip()));
        var wanted = new JournalQuery(
                JournalDays.read(from),
                JournalDays.read(until),
                Optional.ofNullable(action),
                who.flatMap(account -> account),
                origin.flatMap(event -> event),
                Optional.ofNullable(result),
                Long.MAX_VALUE);
        if (who.filter(Optional::isEmpty).isPresent()) {
            Notices.errorAt("person", "journal.person.unknown");
        } else if (origin.filter(Optional::isEmpty).isPresent()) {
            Notices.errorAt("address", "journal.address.unknown");
        } else if (wanted.backwards()) {
            Notices.errorAt("until", "journal.until.early");
        } else {
            return "/admin/journal?faces-redirect=true" + (wanted.everything() ? "" : "&" + wanted.inAddress());
        }
        return null;
    }

    private Optional<UUID> known(String typed) {
        try {
            return Optional.of(UUID.fromString(typed.strip()));
        } catch (IllegalArgumentException identifier) {
            return names.withIdentifier(typed);
        }
    }

    private String called(UUID id) {
        return Optional.ofNullable(names.of(Set.of(id)).get(id))
                .map(AccountName::identifier)
                .orElse(id.toString());
    }

    public void checkDay(FacesContext faces, UIComponent field, Object typed) {
        FieldCheck.refuseUnless(
                typed == null || JournalDays.read((String) typed).isPresent(), "journal.day.wrong");
    }

    /**
     * Not beside a search that was refused. Before anything is rendered, what is sent from there must find its form.
     */
    public boolean isShown() {
        var faces = FacesContext.getCurrentInstance();
        return faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE || !faces.isPostback();
    }

    public boolean isExportable() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE || !found.isEmpty();
    }

    public boolean isRestricted() {
        return !query.everything();
    }

    public boolean isNewest() {
        return query.newest();
    }

    public List<JournalLine> getLines() {
        return found;
    }

    /** Where older events are shown, or null if there are none. */
    public String getOlder() {
        return more ? page("avant=" + found.get(found.size() - 1).id()) : null;
    }

    public String getFirst() {
        return page("");
    }

    private String page(String more) {
        var asked = query.inAddress();
        return "/admin/journal?" + asked + (asked.isEmpty() || more.isEmpty() ? "" : "&") + more;
    }

    public Map<String, String> getAsked() {
        return query.parameters();
    }

    /** All that may happen, by name. */
    public List<SelectItem> getActions() {
        var alphabet = Collator.getInstance(language.getLocale());
        return Arrays.stream(AuditAction.values())
                .map(known -> new SelectItem(known, Texts.get(language.getLocale(), "journal.action." + known)))
                .sorted(Comparator.comparing(SelectItem::getLabel, alphabet))
                .toList();
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public AuditAction getAction() {
        return action;
    }

    public void setAction(AuditAction action) {
        this.action = action;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public AuditResult getResult() {
        return result;
    }

    public void setResult(AuditResult result) {
        this.result = result;
    }
}
