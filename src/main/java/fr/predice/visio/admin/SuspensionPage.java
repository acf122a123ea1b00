package fr.predice.visio.admin;

import fr.predice.visio.account.administration.AccountUnknown;
import fr.predice.visio.account.administration.NotYours;
import fr.predice.visio.account.administration.Suspensions;
import fr.predice.visio.platform.web.FieldCheck;
import fr.predice.visio.platform.web.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Consumer;

/** The part of an account's page that keeps its owner out, or lets them in again. */
@Named
@RequestScoped
public class SuspensionPage {
    @Inject
    private Suspensions suspensions;

    @Inject
    private CurrentOfficer current;

    @Inject
    private HttpServletRequest request;

    private String reason;

    public void checkReason(FacesContext faces, UIComponent field, Object typed) {
        FieldCheck.refuseUnless(!((String) typed).isBlank(), "console.account.reason.required");
    }

    public String suspend() {
        return decide(id -> suspensions.suspend(id, reason.strip(), current.officer()), "console.account.suspended");
    }

    public String reactivate() {
        return decide(id -> suspensions.reactivate(id, current.officer()), "console.account.reactivated");
    }

    private String decide(Consumer<UUID> deed, String notice) {
        var id = request.getParameter("id");
        try {
            deed.accept(Ids.read(id).orElseThrow(AccountUnknown::new));
            Notices.info(notice);
        } catch (NotYours refused) {
            Notices.error("console.notYours");
        } catch (AccountUnknown late) {
            Notices.error("console.account.changed");
        }
        return AccountPage.here(id);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
