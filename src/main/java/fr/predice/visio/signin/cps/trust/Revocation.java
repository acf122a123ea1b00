package fr.predice.visio.signin.cps.trust;

import fr.predice.visio.platform.config.Settings;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a card is revoked. A list that names it, or an authority above it, is enough to refuse it. Where a
 * responder is to be asked, its answer decides; without one the card is refused, or the lists decide, as the site
 * chose. Where nobody can tell, the card is refused.
 */
final class Revocation {
    private final RevocationLists lists;
    private final Optional<Responder> responder;
    private final boolean listInstead;

    Revocation(RevocationLists lists, Optional<Responder> responder, Optional<Settings.Ocsp> setting) {
        this.lists = lists;
        this.responder = responder;
        this.listInstead = setting.map(Settings.Ocsp::listInstead).orElse(false);
    }

    /**
     * @param chain the card's certificate, then its authorities'; good in all but this
     * @throws CardRefused where it is revoked or where that is unknown
     */
    void check(List<X509Certificate> chain, Instant now) {
        for (var place = 1; place + 1 < chain.size(); place++) {
            // A hospital need not give the lists of the roots; where it does, they count.
            if (lists.of(chain.get(place), chain.get(place + 1), now) == Status.REVOKED) {
                throw new CardRefused(CardRefused.Reason.REVOKED);
            }
        }
        switch (status(chain.get(0), chain.get(1), now)) {
            case REVOKED -> throw new CardRefused(CardRefused.Reason.REVOKED);
            case UNKNOWN -> throw new CardRefused(CardRefused.Reason.REVOCATION_UNKNOWN);
            default -> {
                // Good.
            }
        }
    }

    private Status status(X509Certificate card, X509Certificate issuer, Instant now) {
        var listed = lists.of(card, issuer, now);
        if (listed == Status.REVOKED || responder.isEmpty()) {
            return listed;
        }
        var answered = responder.get().of(card, issuer, now);
        return answered == Status.UNKNOWN && listInstead ? listed : answered;
    }
}
