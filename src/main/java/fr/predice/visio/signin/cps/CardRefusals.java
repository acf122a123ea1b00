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
 * Writes down who was refused: so often from one address, or anybody could fill the trail. The ceiling refuses nobody
 * itself, so that nobody's tries keep out those who come from the same address with a good card.
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

    /** @param why a note, or an account's id */
    void note(String why) {
        var address = ClientAddress.of(request);
        try {
            limits.take("card-refused", address, PER_ADDRESS, WINDOW);
            audit.recordRefusal(AuditAction.CARD_REFUSED, why, address);
        } catch (LimitReached enough) {
            // The trail has told of this address already.
        }
    }
}
