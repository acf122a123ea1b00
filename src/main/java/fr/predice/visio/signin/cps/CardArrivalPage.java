package fr.predice.visio.signin.cps;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.limit.Ceiling;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.web.Cookies;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.SignInSession;
import fr.predice.visio.signin.TooMany;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/** Back on the portal with a ticket, which opens the session. */
@Named
@RequestScoped
public class CardArrivalPage {
    private static final int TRIES_PER_ADDRESS = 300;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    @Inject
    private CardTickets tickets;

    @Inject
    private SignInSession session;

    @Inject
    private RateLimits limits;

    @Inject
    private AuditTrail audit;

    @Inject
    private HttpServletRequest request;

    private String token;
    private TicketRefused.Reason refusal;

    public String enter() {
        var address = ClientAddress.of(request);
        var tries = new Ceiling("card-ticket", address, TRIES_PER_ADDRESS, WINDOW);
        try {
            limits.take(tries);
            redeem(address);
            limits.giveBack(tries);
        } catch (TicketRefused refused) {
            refuse(refused.reason(), address);
        } catch (IllegalArgumentException noTicket) {
            refuse(TicketRefused.Reason.USED, address);
        } catch (LimitReached busy) {
            TooMany.say(busy);
        } catch (LimitUnknown away) {
            Notices.error("cps.away");
        }
        return null;
    }

    private void redeem(String address) {
        var asked = Asked.read(request);
        var account = tickets.redeem(new SecretToken(token), asked.map(Asked::browser));
        var page = session.signInWithoutCode(account, asked.map(Asked::returnTo).orElse(null));
        audit.record(AuditAction.SIGNED_IN, account.id().toString(), "CARD", address);
        Cookies.keep(Asked.COOKIE, "", Duration.ZERO);
        Notices.redirect(page);
    }

    private void refuse(TicketRefused.Reason reason, String address) {
        refusal = reason;
        audit.recordRefusal(AuditAction.CARD_REFUSED, "TICKET." + reason, address);
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
