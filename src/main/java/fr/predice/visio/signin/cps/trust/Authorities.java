package fr.predice.visio.signin.cps.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/**
 * The authorities that a hospital trusts for cards. A chain of one card is built of them alone, never of what a browser
 * sends along.
 */
final class Authorities {
    /**
     * IGC-Santé's that issues the cards of persons; those of its tests start with another word. Whether keys of its
     * other ranges are always behind a PIN is for a site to find out, and to name them.
     */
    private static final Pattern OF_PERSONS = Pattern.compile("AC IGC-SANTE FORT PERSONNES");

    private final List<X509Certificate> all;
    private final List<String> named;

    /** @param named common names of those that may issue cards; none: those of {@link #OF_PERSONS} */
    Authorities(Collection<X509Certificate> store, List<String> named) {
        this.all = store.stream().filter(Authorities::isAuthority).toList();
        this.named = List.copyOf(named);
    }

    /** All certificates of a PKCS12 file, authorities or not. */
    static List<X509Certificate> certificates(Path file, String password) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var input = Files.newInputStream(file)) {
            store.load(input, password.toCharArray());
        }
        var certificates = new ArrayList<X509Certificate>();
        for (var alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                certificates.add(certificate);
            }
        }
        return certificates;
    }

    static boolean isAuthority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0;
    }

    List<X509Certificate> all() {
        return all;
    }

    /** Whether this one may issue cards. */
    boolean issues(X509Certificate authority) {
        var name = CardName.commonName(authority);
        return all.contains(authority)
                && name.filter(cn -> named.isEmpty() ? OF_PERSONS.matcher(cn).matches() : named.contains(cn))
                        .isPresent();
    }

    static boolean isRoot(X509Certificate authority) {
        return authority.getIssuerX500Principal().equals(authority.getSubjectX500Principal());
    }

    /**
     * The card's certificate, its issuer's, and so on to the last, by the rules of RFC 5280 §6 without revocation.
     *
     * @param at when all of them must be valid
     * @throws CardRefused for an authority that is not trusted, or does not issue cards
     */
    List<X509Certificate> chain(X509Certificate card, Instant at) {
        try {
            var wanted = new X509CertSelector();
            wanted.setCertificate(card);
            var parameters = new PKIXBuilderParameters(anchors(at), wanted);
            parameters.addCertStore(collected(List.of(card)));
            parameters.addCertStore(collected(all));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            var built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            var chain = new ArrayList<X509Certificate>();
            built.getCertPath().getCertificates().forEach(one -> chain.add((X509Certificate) one));
            chain.add(built.getTrustAnchor().getTrustedCert());
            if (chain.size() > 1 && issues(chain.get(1))) {
                return chain;
            }
        } catch (CertPathBuilderException untrusted) {
            throw new CardRefused(CardRefused.Reason.UNKNOWN_AUTHORITY);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
        throw new CardRefused(CardRefused.Reason.UNKNOWN_AUTHORITY);
    }

    /** Where chains end: roots, and authorities whose own is not among them. The JDK does not look at their dates. */
    private Set<TrustAnchor> anchors(Instant at) {
        var anchors = all.stream()
                .filter(one -> isRoot(one) || !knows(one.getIssuerX500Principal()))
                .filter(one -> !at.isBefore(one.getNotBefore().toInstant())
                        && !at.isAfter(one.getNotAfter().toInstant()))
                .map(one -> new TrustAnchor(one, null))
                .collect(Collectors.toSet());
        if (anchors.isEmpty()) {
            throw new CardRefused(CardRefused.Reason.UNKNOWN_AUTHORITY);
        }
        return anchors;
    }

    private boolean knows(X500Principal name) {
        return all.stream().anyMatch(one -> one.getSubjectX500Principal().equals(name));
    }

    private static CertStore collected(Collection<?> what) throws GeneralSecurityException {
        return CertStore.getInstance("Collection", new CollectionCertStoreParameters(what));
    }
}
