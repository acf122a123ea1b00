package fr.predice.visio.signin.cps;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.RateLimits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/**
 * Writes down who was refused. What anybody may send is written so often from one address, or the trail could be
 * filled; the ceiling refuses nobody itself, so that nobody's tries keep out those who come from the same address with
 * a good card.
 */
@RequestScoped
public class CardRefusals {
    private static final int PER_ADDRESS = 300;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    @Inject
    private RateLimits limits;

    @Inject
    private AuditTrail audit;

    @Inject
    private HttpServletRequest request;

    /** A ticket that is none, or a certificate of nobody's authority. */
    void note(String why) {
        try {
            limits.take("card-refused", ClientAddress.of(request), PER_ADDRESS, WINDOW);
            noteCard(why);
        } catch (LimitReached enough) {
            // The trail has told of this address already.
        }
    }

    /**
     * A card of an authority that is believed, which has a ceiling of its own: always.
     *
     * @param why a note, or an account's id
     */
    void noteCard(String why) {
        audit.recordRefusal(AuditAction.CARD_REFUSED, why, ClientAddress.of(request));
    }
}
