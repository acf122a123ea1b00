package fr.predice.visio.signin.cps;

import fr.predice.visio.platform.config.AddressRange;
import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;

/**
 * The certificate that somebody shows: that of the connection. No header counts, but one from the one proxy that a site
 * names for it, and from there nothing else.
 */
@ApplicationScoped
public class PresentedCard {
    private static final String OF_CONNECTION = "jakarta.servlet.request.X509Certificate";

    /** Set by the card's listener (35-card-listener.cli): who is at the other end, whatever X-Forwarded-For says. */
    static final String PEER = "visio.card.peer";

    @Inject
    private Settings settings;

    /** @return the card's certificate first; empty if none was shown. It is not believed yet. */
    public List<X509Certificate> of(HttpServletRequest request) {
        var proxy = settings.ways().cardProxy().filter(named -> isPeer(named, request));
        if (proxy.isPresent()) {
            return told(request, proxy.get().header());
        }
        return request.getAttribute(OF_CONNECTION) instanceof X509Certificate[] chain ? List.of(chain) : List.of();
    }

    private static boolean isPeer(Settings.CardProxy proxy, HttpServletRequest request) {
        return request.getAttribute(PEER) instanceof String peer
                && AddressRange.literal(peer).filter(proxy.address()::equals).isPresent();
    }

    /** Twice the same header: one of them is not the proxy's. */
    private static List<X509Certificate> told(HttpServletRequest request, String header) {
        var values = Collections.list(request.getHeaders(header));
        return values.size() == 1
                ? ForwardedCertificate.read(values.get(0)).stream().toList()
                : List.of();
    }
}
