package fr.predice.visio.admin;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.Finess;
import fr.predice.visio.account.registration.AlreadyDecided;
import fr.predice.visio.account.registration.AlreadyKnown;
import fr.predice.visio.account.registration.Registration;
import fr.predice.visio.account.registration.RegistrationReview;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.web.FieldCheck;
import fr.predice.visio.platform.web.Hours;
import fr.predice.visio.platform.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;

/** One request for an account, and the decision about it. */
@Named
@RequestScoped
public class RequestPage {
    private static final String LIST = "/admin/demandes?faces-redirect=true";

    @Inject
    private RegistrationReview review;

    @Inject
    private Accounts accounts;

    @Inject
    private SecurityContext security;

    @Inject
    private Settings settings;

    @Inject
    private Hours hours;

    @Inject
    private HttpServletRequest request;

    private String id;
    private String reason;
    private boolean checked;
    private Registration found;

    /** The address names it, and the forms of the page do. */
    @PostConstruct
    void find() {
        id = request.getParameter("id");
        found = Ids.read(id).flatMap(review::find).orElse(null);
    }

    /** For the view's own check before it renders. */
    public void checkFound() {
        if (found == null) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public void checkTicked(FacesContext faces, UIComponent field, Object ticked) {
        FieldCheck.refuseUnless(Boolean.TRUE.equals(ticked), "admin.request.checked.required");
    }

    public String accept() {
        if (!checked) {
            return null;
        }
        try {
            var identifier = review.accept(Ids.read(id).orElseThrow(AlreadyDecided::new), admin(), address());
            Notices.info("admin.request.accepted", identifier);
        } catch (AlreadyDecided late) {
            Notices.error("admin.request.decided");
        } catch (AlreadyKnown twice) {
            Notices.error("admin.request.known");
            return "/admin/demande?faces-redirect=true&id=" + id;
        }
        return LIST;
    }

    public void checkReason(FacesContext faces, UIComponent field, Object typed) {
        FieldCheck.refuseUnless(!((String) typed).isBlank(), "admin.request.reason.required");
    }

    public String refuse() {
        try {
            review.refuse(Ids.read(id).orElseThrow(AlreadyDecided::new), admin(), reason.strip(), address());
            Notices.info("admin.request.refused");
        } catch (AlreadyDecided late) {
            Notices.error("admin.request.decided");
        }
        return LIST;
    }

    private UUID admin() {
        return UUID.fromString(security.getCallerPrincipal().getName());
    }

    private String address() {
        return ClientAddress.of(request);
    }

    public boolean isFound() {
        return found != null;
    }

    public boolean isWaiting() {
        return getState().equals("waiting");
    }

    public String getState() {
        return found.state().name().toLowerCase(Locale.ROOT);
    }

    public String getName() {
        return found.applicant().displayName();
    }

    public String getProfession() {
        return found.applicant().profession();
    }

    public String getProfessionalNumber() {
        return found.applicant().number().digits();
    }

    public boolean isRpps() {
        return found.applicant().number().rpps();
    }

    /** Whether Pro Santé Connect told the number. */
    public boolean isNumberProved() {
        return found.isNumberProved();
    }

    public String getPlace() {
        var place = found.applicant().workplace();
        return place.name() + ", " + place.town();
    }

    /** Empty if it was not told. */
    public String getFiness() {
        return found.applicant().workplace().finess().map(Finess::characters).orElse("");
    }

    public String getMail() {
        return found.applicant().mail().text();
    }

    public String getMobile() {
        return found.applicant().mobile().grouped();
    }

    public String getDay() {
        return hours.day(found.createdAt());
    }

    public String getDecidedOn() {
        return found.decidedAt().map(hours::day).orElse("");
    }

    public String getWhy() {
        return found.reason().orElse("");
    }

    public String getTerms() {
        return found.termsVersion();
    }

    /** How many others ask, or asked, with the same number or address. */
    public long getAlike() {
        return review.alike(found);
    }

    /** Whether somebody has an account with the same number or address; it may be this person's own. */
    public boolean isKnown() {
        var who = found.applicant();
        return accounts.withNumber(who.number()).isPresent()
                || accounts.withMail(who.mail()).isPresent();
    }

    public String getDirectory() {
        return settings.administration().directory().toString();
    }

    public String getId() {
        return id;
    }

    public boolean isChecked() {
        return checked;
    }

    public void setChecked(boolean checked) {
        this.checked = checked;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
