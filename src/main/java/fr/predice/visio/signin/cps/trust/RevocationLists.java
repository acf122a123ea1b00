package fr.predice.visio.signin.cps.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the lists of revoked certificates say, read by the JDK (RFC 5280 §6.3). They come from our settings alone: the
 * addresses that certificates name are not asked.
 */
final class RevocationLists {
    private static final System.Logger LOG = System.getLogger(RevocationLists.class.getName());

    private final List<RevocationList> lists;
    private final Duration staleCounts;

    /** @param staleCounts how long a list counts after the next one was due */
    RevocationLists(List<RevocationList> lists, Duration staleCounts) {
        this.lists = lists;
        this.staleCounts = staleCounts;
    }

    /** Fetches those whose time it is; what changed is in the log. */
    void refresh(Instant now, Collection<X509Certificate> authorities) {
        lists.stream().filter(list -> list.refresh(now, authorities)).forEach(RevocationLists::tell);
    }

    private static void tell(RevocationList list) {
        var fine = list.problem().isEmpty();
        LOG.log(
                fine ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                "List of revoked cards {0}: {1}",
                list.place(),
                fine ? "read again" : list.problem());
    }

    List<RevocationList> all() {
        return lists;
    }

    Status of(X509Certificate certificate, X509Certificate issuer, Instant now) {
        return lists.stream()
                .filter(list -> list.isOf(issuer))
                .flatMap(list -> list.held().stream())
                .map(list -> as(list, now)
                        .map(date -> look(certificate, issuer, list, date))
                        .orElse(Status.UNKNOWN))
                .filter(status -> status != Status.UNKNOWN)
                // The JDK would take any one of two: here, one that says revoked outweighs one that does not know yet.
                .max(Status::compareTo)
                .orElse(Status.UNKNOWN);
    }

    /**
     * Whether a list of this authority is to be had: one that was read, or one that was not yet, which may be
     * anybody's.
     */
    boolean tell(X509Certificate issuer) {
        return lists.stream().anyMatch(list -> list.held().isEmpty() || list.isOf(issuer));
    }

    /** Whether a list says anything today: fresh, or stale for no longer than the site allows. */
    boolean counts(Optional<X509CRL> list, Instant now) {
        return list.flatMap(held -> as(held, now)).isPresent();
    }

    /** The date by which a list is good: today, or its last day while it is stale and still counts. */
    private Optional<Instant> as(X509CRL list, Instant now) {
        var last = list.getNextUpdate().toInstant();
        if (!now.isAfter(last)) {
            return Optional.of(now);
        }
        return now.isAfter(last.plus(staleCounts)) ? Optional.empty() : Optional.of(last);
    }

    private static Status look(X509Certificate certificate, X509Certificate issuer, X509CRL list, Instant date) {
        if (date.isBefore(certificate.getNotBefore().toInstant())) {
            // Made after the list, which cannot name it.
            return Status.GOOD;
        }
        try {
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(list))));
            parameters.setDate(Date.from(date));
            return validate(certificate, parameters);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /** Its chain was looked at already: here it ends at its issuer, so that nothing but its revocation is open. */
    static Status validate(X509Certificate certificate, PKIXParameters parameters) throws GeneralSecurityException {
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
            return Status.GOOD;
        } catch (CertPathValidatorException refused) {
            return refused.getReason() == BasicReason.REVOKED ? Status.REVOKED : Status.UNKNOWN;
        }
    }
}
