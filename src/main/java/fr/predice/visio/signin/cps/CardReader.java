package fr.predice.visio.signin.cps;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.signin.Door;
import fr.predice.visio.signin.NumberProof;
import fr.predice.visio.signin.cps.trust.CardRefused;
import fr.predice.visio.signin.cps.trust.CardTrust;
import fr.predice.visio.signin.cps.trust.ReadCard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/** Reads the card that comes with a request: whether it is believed, and whose account here is its holder's. */
@RequestScoped
public class CardReader {
    private static final String NOTE = "CARD.";
    private static final int READINGS = 40;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    @Inject
    private HttpServletRequest request;

    @Inject
    private PresentedCard presented;

    @Inject
    private CardTrust trust;

    @Inject
    private Accounts accounts;

    @Inject
    private NumberProof proof;

    @Inject
    private RateLimits limits;

    @Inject
    private CardRefusals refusals;

    /**
     * What costs nothing comes first; a responder is asked last, and only about whoever would be let in. Writes down
     * whom it refuses: nothing of who they are, but the account that is suspended or has another name.
     */
    public Reading read() {
        var shown = presented.of(request);
        if (shown.isEmpty()) {
            return Reading.noCard();
        }
        ReadCard card;
        try {
            card = trust.read(shown);
        } catch (CardRefused refused) {
            refusals.note(NOTE + refused.reason());
            return Reading.refused(refused);
        }
        try {
            // By the card alone: those who come from one address with it are many, in a hospital.
            limits.take("card-readings", card.fingerprint(), READINGS, WINDOW);
            return of(card);
        } catch (CardRefused refused) {
            refusals.noteCard(NOTE + refused.reason());
            return Reading.refused(refused);
        } catch (LimitReached often) {
            return Reading.busy();
        }
    }

    private Reading of(ReadCard card) {
        var holder = card.holder();
        var account = accounts.withNumber(holder.number()).filter(one -> Door.PORTAL.lets(one.role()));
        var own = account.filter(one -> proof.holds(one, holder.givenName(), holder.familyName()));
        var reading = Reading.of(holder, account, own.isPresent());
        if (reading.admitted().isPresent()) {
            trust.check(card);
            return reading;
        }
        trust.checkByLists(card);
        refusals.noteCard(account.map(one -> one.id().toString()).orElse(NOTE + reading.outcome()));
        return reading;
    }
}
