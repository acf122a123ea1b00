package fr.predice.visio.signin.cps.trust;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A card that is believed in all but revocation.
 *
 * @param chain its certificate, then those of its authorities, the last one trusted by itself
 */
public record ReadCard(CardHolder holder, List<X509Certificate> chain) {
    @Override
    public String toString() {
        return "ReadCard";
    }
}
