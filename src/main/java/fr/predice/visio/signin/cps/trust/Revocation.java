package fr.predice.visio.signin.cps.trust;

import fr.predice.visio.platform.config.Settings;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a card is revoked. A list that names it, or an authority above it, is enough to refuse it. Where a
 * responder is to be asked, its answer decides about the card; without one the card is refused, or the lists decide, as
 * the site chose. About the authorities above it lists decide alone, if the site has some. Where nobody can tell, the
 * card is refused.
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
        checkByLists(chain, now);
        responder.ifPresent(asked -> demand(answer(asked, chain, now)));
    }

    /** The same as far as it is known here: where a responder is to decide, what the lists do not know is left open. */
    void checkByLists(List<X509Certificate> chain, Instant now) {
        for (var place = 1; place + 1 < chain.size(); place++) {
            // A hospital need not give the lists of the roots; where it does, they count.
            if (lists.tell(chain.get(place + 1))) {
                demand(lists.of(chain.get(place), chain.get(place + 1), now));
            }
        }
        var listed = lists.of(chain.get(0), chain.get(1), now);
        if (listed == Status.REVOKED || responder.isEmpty()) {
            demand(listed);
        }
    }

    private Status answer(Responder asked, List<X509Certificate> chain, Instant now) {
        var answered = asked.of(chain.get(0), chain.get(1), now);
        return answered == Status.UNKNOWN && listInstead ? lists.of(chain.get(0), chain.get(1), now) : answered;
    }

    private static void demand(Status status) {
        if (status != Status.GOOD) {
            throw new CardRefused(
                    status == Status.REVOKED ? CardRefused.Reason.REVOKED : CardRefused.Reason.REVOCATION_UNKNOWN);
        }
    }
}
