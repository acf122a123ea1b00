package fr.predice.visio.admin;

import fr.predice.visio.account.AccountState;
import fr.predice.visio.account.ProfessionalNumber;
import fr.predice.visio.account.administration.AccountSearch;
import fr.predice.visio.account.administration.AccountUnknown;
import fr.predice.visio.account.administration.Assistance;
import fr.predice.visio.account.administration.NotYours;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.web.Hours;
import fr.predice.visio.platform.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/** One account, and the help that its owner may need. */
@Named
@RequestScoped
public class AccountPage {
    @Inject
    private AccountSearch search;

    @Inject
    private Assistance assistance;

    @Inject
    private CurrentOfficer current;

    @Inject
    private Hours hours;

    @Inject
    private HttpServletRequest request;

    private String id;
    private AccountSearch.File file;

    /** The address names it, and the forms of the page do. */
    @PostConstruct
    void find() {
        id = request.getParameter("id");
        file = Ids.read(id).flatMap(search::open).orElse(null);
    }

    /** For the view's own check before it renders. */
    public void checkFound() {
        if (file == null) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public String unlock() {
        return help(account -> assistance.unlock(account, current.officer()), "console.account.unlocked");
    }

    public String mailPassword() {
        return help(account -> assistance.mailInitialPassword(account, current.officer()), "console.account.mailed");
    }

    public String confirmNumber() {
        return help(
                account -> assistance.confirmNumber(account, current.officer()), "console.account.number.confirmed");
    }

    private String help(Consumer<UUID> deed, String notice) {
        try {
            deed.accept(Ids.read(id).orElseThrow(AccountUnknown::new));
            Notices.info(notice);
        } catch (LimitReached often) {
            Notices.error("profile.busy", often.minutes());
        } catch (NotYours refused) {
            Notices.error("console.notYours");
        } catch (AccountUnknown late) {
            Notices.error("console.account.changed");
        }
        return here(id);
    }

    /** This page, asked for again; the list for an id that is none. */
    static String here(String id) {
        return Ids.read(id)
                .map(known -> "/admin/compte?faces-redirect=true&id=" + known)
                .orElse("/admin/comptes?faces-redirect=true");
    }

    public boolean isFound() {
        return file != null;
    }

    public String getId() {
        return id;
    }

    public String getName() {
        return file.account().displayName();
    }

    public String getIdentifier() {
        return file.account().identifier();
    }

    /** "new", "late", "active" or "suspended". */
    public String getState() {
        return file.state().name().toLowerCase(Locale.ROOT);
    }

    public boolean isSuspended() {
        return file.state() == AccountState.SUSPENDED;
    }

    public boolean isOwn() {
        return file.account().id().equals(current.officer().account());
    }

    public boolean isDecides() {
        return current.officer().decides();
    }

    public boolean isMayMailPassword() {
        return !isOwn() && (isDecides() || file.account().hasInitialPassword());
    }

    public String getRole() {
        return file.account().role().name().toLowerCase(Locale.ROOT);
    }

    public String getProfession() {
        return file.account().profession().orElse("");
    }

    public String getNumber() {
        return file.account()
                .professionalNumber()
                .map(ProfessionalNumber::digits)
                .orElse("");
    }

    /** Whether nobody proved the number, and this officer may confirm it. */
    public boolean isNumberToConfirm() {
        return isDecides() && !getNumber().isEmpty() && !file.account().isNumberProved();
    }

    public boolean isRpps() {
        return file.account()
                .professionalNumber()
                .filter(ProfessionalNumber::rpps)
                .isPresent();
    }

    public String getPlace() {
        return file.place().map(place -> place.name() + ", " + place.town()).orElse("");
    }

    public String getMail() {
        return file.account().mail();
    }

    /** Whole for who decides; for who helps, enough to ask "does it end in 78?". */
    public String getMobile() {
        var mobile = file.account().mobile();
        return isDecides() ? mobile.grouped() : mobile.masked();
    }

    public String getCreatedOn() {
        return hours.day(file.account().createdAt());
    }

    /** Empty if it never happened, as far as is known. */
    public String getLastSignIn() {
        return file.lastSignIn().map(this::dayAndHour).orElse("");
    }

    /** Empty once the person chose their own. */
    public String getPasswordUntil() {
        return file.account().passwordUntil().map(this::dayAndHour).orElse("");
    }

    public String getSuspendedOn() {
        return file.account().suspendedAt().map(this::dayAndHour).orElse("");
    }

    public String getSuspendedFor() {
        return file.account().suspendedFor().orElse("");
    }

    private String dayAndHour(Instant instant) {
        return hours.day(instant) + ", " + hours.of(instant);
    }
}
