package fr.predice.visio.admin;

import fr.predice.visio.account.administration.AccountUnknown;
import fr.predice.visio.account.administration.NotYours;
import fr.predice.visio.account.enrolment.EnrolmentLine;
import fr.predice.visio.account.enrolment.Enrolments;
import fr.predice.visio.account.enrolment.LineState;
import fr.predice.visio.account.enrolment.ListRefused;
import fr.predice.visio.account.enrolment.PeopleList;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.platform.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A list of people: sent, read line by line, then started. */
@Named
@RequestScoped
public class ImportPage {
    @Inject
    private Enrolments enrolments;

    @Inject
    private CurrentOfficer current;

    @Inject
    private Language language;

    @Inject
    private HttpServletRequest request;

    private Enrolments.Report report;

    /** The address names it, and the form of the page does. */
    @PostConstruct
    void find() {
        report =
                Ids.read(request.getParameter("id")).flatMap(enrolments::report).orElse(null);
    }

    /** For the view's own check before it renders: the list may have been erased since. */
    public void checkFound() {
        if (report == null && request.getParameter("id") != null) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public String start() {
        var id = Ids.read(request.getParameter("id"));
        try {
            enrolments.start(id.orElseThrow(AccountUnknown::new), current.officer());
            return "/admin/import?faces-redirect=true&id="
                    + id.map(UUID::toString).orElse("");
        } catch (AccountUnknown late) {
            Notices.error("console.import.gone");
        } catch (NotYours refused) {
            Notices.error("console.notYours");
        }
        return "/admin/import?faces-redirect=true";
    }

    /** Why a file was refused as a whole; empty if none was. */
    public String getRefusal() {
        return Arrays.stream(ListRefused.Reason.values())
                .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                .filter(reason -> reason.equals(request.getParameter("refus")))
                .map(this::refusal)
                .findFirst()
                .orElse("");
    }

    private String refusal(String reason) {
        var asked = String.valueOf(request.getParameter("colonnes")).split(",");
        var missing = PeopleList.titles().stream()
                .filter(Arrays.asList(asked)::contains)
                .toList();
        return Texts.get(
                language.getLocale(),
                "console.import.refused." + reason,
                String.join(", ", missing),
                PeopleList.MOST_LINES,
                PeopleList.MOST_BYTES / 1000);
    }

    public boolean isGone() {
        return report == null && request.getParameter("id") != null;
    }

    public boolean isFound() {
        return report != null;
    }

    public boolean isStarted() {
        return report.enrolment().startedAt().isPresent();
    }

    public boolean isDone() {
        return isStarted() && getGood() == 0;
    }

    public String getId() {
        return request.getParameter("id");
    }

    public int getGood() {
        return count(LineState.GOOD);
    }

    public int getOpened() {
        return count(LineState.OPENED);
    }

    public int getFaulty() {
        return count(LineState.FAULTY);
    }

    /** Those that there is or was an account to open for. */
    public int getAll() {
        return getGood() + getOpened();
    }

    private int count(LineState state) {
        return (int)
                report.lines().stream().filter(line -> line.state() == state).count();
    }

    public List<Fault> getFaults() {
        return report.lines().stream()
                .filter(line -> line.state() == LineState.FAULTY)
                .map(this::fault)
                .toList();
    }

    private Fault fault(EnrolmentLine line) {
        var texts = line.faults().stream()
                .map(code -> code.split(":"))
                .map(code -> code.length == 1
                        ? Texts.get(language.getLocale(), "console.import.fault." + code[0])
                        : Texts.get(language.getLocale(), "console.import.fault." + code[0], code[1]))
                .toList();
        return new Fault(line.line(), line.name(), texts);
    }

    public List<Person> getPeople() {
        return report.lines().stream()
                .filter(line -> line.state() != LineState.FAULTY)
                .map(line -> new Person(
                        line.line(),
                        line.name(),
                        line.account().map(UUID::toString).orElse("")))
                .toList();
    }

    public String getStartLabel() {
        return Texts.get(language.getLocale(), "console.import.start", getGood());
    }

    /** Above which a file is not even sent. */
    public int getMostBytes() {
        return PeopleList.MOST_BYTES;
    }

    public String getTooBig() {
        return refusal("too_big");
    }

    public int getMostLines() {
        return PeopleList.MOST_LINES;
    }

    /** A line without an account: who it is about, what is wrong and what to do. */
    public record Fault(int line, String name, List<String> texts) {
        public int getLine() {
            return line;
        }

        public String getName() {
            return name;
        }

        public List<String> getTexts() {
            return texts;
        }
    }

    /** A line with an account, or that waits for it: then {@code account} is empty. */
    public record Person(int line, String name, String account) {
        public int getLine() {
            return line;
        }

        public String getName() {
            return name;
        }

        public String getAccount() {
            return account;
        }
    }
}
