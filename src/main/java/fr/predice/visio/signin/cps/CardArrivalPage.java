package fr.predice.visio.signin.cps;

import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.web.Cookies;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.SignInSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/** Back on the portal with a ticket, which opens the session. */
@Named
@RequestScoped
public class CardArrivalPage {
    @Inject
    private CardTickets tickets;

    @Inject
    private SignInSession session;

    @Inject
    private CardRefusals refusals;

    @Inject
    private HttpServletRequest request;

    private String token;
    private TicketRefused.Reason refusal;

    public String enter() {
        try {
            redeem();
        } catch (TicketRefused refused) {
            refuse(refused.reason());
        } catch (IllegalArgumentException noTicket) {
            refuse(TicketRefused.Reason.USED);
        }
        return null;
    }

    private void redeem() {
        var asked = Asked.read(request);
        var account = tickets.redeem(new SecretToken(token), asked.map(Asked::browser));
        var page = session.signInWithoutCode(
                account, "CARD", asked.map(Asked::returnTo).orElse(null));
        Cookies.keep(Asked.COOKIE, "", Duration.ZERO);
        Notices.redirect(page);
    }

    private void refuse(TicketRefused.Reason reason) {
        refusal = reason;
        refusals.note("TICKET." + reason);
    }

    /** Why the ticket let nobody in; empty as long as none was shown. */
    public String getRefusal() {
        return refusal == null ? "" : refusal.name();
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
