package fr.predice.visio.signin.cps.trust;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;

/**
 * A card that is believed in all but revocation.
 *
 * @param chain its certificate, then those of its authorities, the last one trusted by itself
 */
public record ReadCard(CardHolder holder, List<X509Certificate> chain) {
    /** Of its certificate: another card of the same person has another. */
    public String fingerprint() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(chain.get(0).getEncoded());
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    @Override
    public String toString() {
        return "ReadCard";
    }
}
