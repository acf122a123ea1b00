package fr.predice.visio.verification;

import static fr.predice.visio.verification.Finding.State.CARE;
import static fr.predice.visio.verification.Finding.State.NONE;
import static fr.predice.visio.verification.Finding.State.WELL;
import static fr.predice.visio.verification.Finding.State.WRONG;

import fr.predice.visio.platform.watch.Tolerances;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;

/**
 * The public address, and the card's, over TLS. That this server does not reach its own address is no fault by itself:
 * many firewalls let nobody out and in again.
 */
public final class AddressCheck implements Check {
    private final URI address;
    private final Optional<URI> card;
    private final Clock clock;
    private final TrustManager[] trust;

    public AddressCheck(URI address, Optional<URI> card, Clock clock) {
        this(address, card, clock, null);
    }

    /** @param trust null for what Java trusts by itself */
    AddressCheck(URI address, Optional<URI> card, Clock clock, TrustManager[] trust) {
        this.address = address;
        this.card = card;
        this.clock = clock;
        this.trust = trust;
    }

    @Override
    public String name() {
        return "address";
    }

    @Override
    public List<Finding> look() {
        return List.of(
                "https".equals(address.getScheme())
                        ? certificate("tls", Handshake.with(address, trust), address)
                        : Finding.of("tls", NONE, "http", address.getHost()),
                card.map(this::card).orElseGet(() -> Finding.of("card", NONE, "none")));
    }

    private Finding card(URI listener) {
        var met = Handshake.with(listener, trust);
        return met.end() == Handshake.End.DONE && !met.cardAsked()
                ? Finding.of("card", WRONG, "unasked", listener.getHost())
                : certificate("card", met, listener);
    }

    private Finding certificate(String subject, Handshake met, URI of) {
        return switch (met.end()) {
            case UNREACHABLE -> Finding.of(subject, CARE, "unreachable", of.getHost(), met.why());
            case NO_TLS -> Finding.of(subject, WRONG, "noTls", of.getHost(), met.why());
            case CERTIFICATE -> Finding.of(subject, WRONG, "certificate", of.getHost(), met.why());
            case DONE -> valid(subject, met, of, met.certificate().orElseThrow());
        };
    }

    private Finding valid(String subject, Handshake met, URI of, X509Certificate certificate) {
        var left = Duration.between(clock.instant(), certificate.getNotAfter().toInstant());
        var soon = left.compareTo(Tolerances.CERTIFICATE) < 0;
        return Finding.of(
                subject, soon ? CARE : WELL, soon ? "soon" : "well", of.getHost(), left.toDays(), met.protocol());
    }
}
