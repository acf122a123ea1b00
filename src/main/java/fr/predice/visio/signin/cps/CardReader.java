package fr.predice.visio.signin.cps;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.signin.Door;
import fr.predice.visio.signin.cps.trust.CardHolder;
import fr.predice.visio.signin.cps.trust.CardRefused;
import fr.predice.visio.signin.cps.trust.CardTrust;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Reads the card that comes with a request: whether it is believed, and whose account here is its holder's. */
@RequestScoped
public class CardReader {
    private static final String NOTE = "CARD.";

    @Inject
    private HttpServletRequest request;

    @Inject
    private PresentedCard presented;

    @Inject
    private CardTrust trust;

    @Inject
    private Accounts accounts;

    @Inject
    private AuditTrail audit;

    /** Writes down whom it refuses: nothing of who they are, but the account that is suspended. */
    public Reading read() {
        var shown = presented.of(request);
        if (shown.isEmpty()) {
            return Reading.noCard();
        }
        try {
            return of(trust.verify(shown));
        } catch (CardRefused refused) {
            note(NOTE + refused.reason());
            return Reading.refused(refused);
        }
    }

    private Reading of(CardHolder holder) {
        var account = accounts.withNumber(holder.number()).filter(one -> Door.PORTAL.lets(one.role()));
        var reading = Reading.of(holder, account);
        if (reading.outcome() == Reading.Outcome.UNKNOWN) {
            note(NOTE + reading.outcome());
        } else if (reading.outcome() == Reading.Outcome.SUSPENDED) {
            note(account.get().id().toString());
        }
        return reading;
    }

    private void note(String why) {
        audit.recordRefusal(AuditAction.CARD_REFUSED, why, ClientAddress.of(request));
    }
}
