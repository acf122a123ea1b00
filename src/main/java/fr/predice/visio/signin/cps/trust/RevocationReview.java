package fr.predice.visio.signin.cps.trust;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.signin.cps.trust.Reviewed.State;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Whether it can be known that a card is revoked: fetches each list, asks the responder. */
final class RevocationReview {
    private static final String LISTS = "VISIO_CARD_CRL";
    private static final String OCSP = "VISIO_CARD_OCSP";

    private final Settings.Cards setting;
    private final Optional<InetSocketAddress> proxy;
    private final Clock clock;
    private final List<Reviewed> found;

    RevocationReview(Settings.Cards setting, Optional<InetSocketAddress> proxy, Clock clock, List<Reviewed> found) {
        this.setting = setting;
        this.proxy = proxy;
        this.clock = clock;
        this.found = found;
    }

    void look(Authorities authorities, List<X509Certificate> issuing) throws GeneralSecurityException {
        if (setting.lists().isEmpty() && setting.ocsp().isEmpty()) {
            add(State.WRONG, LISTS, "cardtrust.revocation.none");
            return;
        }
        var outside = CardTrust.forLists(proxy);
        var lists = setting.lists().stream()
                .map(place -> new RevocationList(place, outside))
                .toList();
        lists.forEach(list -> list(list, authorities));
        if (setting.ocsp().isEmpty() || setting.ocsp().get().listInstead()) {
            issuing.stream()
                    .filter(one -> lists.stream().noneMatch(list -> list.isOf(one)))
                    .forEach(one -> add(State.WRONG, LISTS, "cardtrust.list.none", TrustReview.name(one)));
        }
        if (setting.ocsp().isPresent()) {
            responder(setting.ocsp().get(), issuing);
        }
    }

    private void list(RevocationList list, Authorities authorities) {
        list.refresh(clock.instant(), authorities.all());
        var place = list.place().toString();
        if (list.held().isEmpty()) {
            add(State.WRONG, place, "cardtrust.list.failed", list.problem());
            return;
        }
        var held = list.held().get();
        var next = held.getNextUpdate().toInstant();
        var state = State.WELL;
        if (clock.instant().isAfter(next)) {
            state = clock.instant().isAfter(next.plus(setting.staleList())) ? State.WRONG : State.CARE;
        }
        add(
                state,
                place,
                state == State.WELL ? "cardtrust.list.good" : "cardtrust.list.stale",
                held.getIssuerX500Principal().getName(),
                held.getThisUpdate().toInstant(),
                next,
                revoked(held));
    }

    private static int revoked(X509CRL list) {
        return list.getRevokedCertificates() == null
                ? 0
                : list.getRevokedCertificates().size();
    }

    private void responder(Settings.Ocsp ocsp, List<X509Certificate> issuing) throws GeneralSecurityException {
        if (ocsp.responder().isEmpty()) {
            add(State.NONE, OCSP, "cardtrust.responder.named");
        } else if (!issuing.isEmpty()) {
            ask(ocsp, ocsp.responder().get(), issuing.get(0));
        }
    }

    /** About a card that nobody has: an answer of any kind shows that the responder is there. */
    private void ask(Settings.Ocsp ocsp, URI address, X509Certificate issuer) throws GeneralSecurityException {
        try {
            var answer = Responder.outside(ocsp, proxy)
                    .post(address, "application/ocsp-request", Responder.question(issuer, issuer));
            var read = Der.all(answer);
            var state = read.size() == 1 && read.get(0).tag() == Der.SEQUENCE ? State.WELL : State.WRONG;
            add(
                    state,
                    address.toString(),
                    state == State.WELL ? "cardtrust.responder.answers" : "cardtrust.responder.other");
        } catch (IllegalArgumentException other) {
            add(State.WRONG, address.toString(), "cardtrust.responder.other");
        } catch (IOException silent) {
            add(
                    ocsp.listInstead() ? State.CARE : State.WRONG,
                    address.toString(),
                    "cardtrust.responder.silent",
                    silent.toString());
        }
    }

    private void add(State state, String of, String key, Object... arguments) {
        found.add(Reviewed.of(state, of, key, arguments));
    }
}
