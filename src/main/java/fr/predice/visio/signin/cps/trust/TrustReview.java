package fr.predice.visio.signin.cps.trust;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.watch.Tolerances;
import fr.predice.visio.signin.cps.trust.Reviewed.State;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * What a site's truststore, lists and responder are good for: what an administrator wants to know before a card is
 * read.
 */
public final class TrustReview {
    private static final String STORE = "VISIO_CARD_TRUSTSTORE";

    private final Settings.Cards setting;
    private final Optional<InetSocketAddress> proxy;
    private final Clock clock;
    private final List<Reviewed> found = new ArrayList<>();

    /** @param proxy for lists and responders, where they are web addresses */
    public TrustReview(Settings.Cards setting, Optional<InetSocketAddress> proxy, Clock clock) {
        this.setting = setting;
        this.proxy = proxy;
        this.clock = clock;
    }

    /** Looks at all of it; fetches each list once and asks the responder once. */
    public List<Reviewed> look() {
        if (setting.truststore().isEmpty()) {
            add(State.WRONG, STORE, "cardtrust.store.unset");
            return found;
        }
        var file = setting.truststore().get();
        if (!Files.isReadable(file)) {
            add(State.WRONG, STORE, "cardtrust.store.absent", file);
            return found;
        }
        try {
            store(file, Authorities.certificates(file, setting.password()));
        } catch (IOException | GeneralSecurityException failure) {
            var password = failure.getCause() instanceof UnrecoverableKeyException;
            add(
                    State.WRONG,
                    password ? STORE + "_PASSWORD" : STORE,
                    password ? "cardtrust.store.password" : "cardtrust.store.unreadable",
                    file);
        }
        return found;
    }

    private void store(Path file, List<X509Certificate> certificates) throws GeneralSecurityException {
        var authorities = new Authorities(certificates, setting.issuers());
        add(
                certificates.isEmpty() ? State.WRONG : State.WELL,
                STORE,
                "cardtrust.store.opens",
                file,
                certificates.size());
        var inOrder = certificates.stream()
                .sorted(Comparator.comparing((X509Certificate one) -> !Authorities.isRoot(one))
                        .thenComparing(TrustReview::name))
                .toList();
        for (var one : inOrder) {
            authority(one, authorities);
        }
        var issuing = authorities.all().stream().filter(authorities::issues).toList();
        setting.issuers().stream()
                .filter(named -> issuing.stream().noneMatch(one -> name(one).equals(named)))
                .forEach(named -> add(State.WRONG, "VISIO_CARD_ISSUERS", "cardtrust.issuers.absent", named));
        if (issuing.isEmpty() && setting.issuers().isEmpty()) {
            add(State.WRONG, STORE, "cardtrust.issuers.none");
        }
        new RevocationReview(setting, proxy, clock, found).look(authorities, issuing);
    }

    private void authority(X509Certificate one, Authorities authorities) throws GeneralSecurityException {
        var name = name(one);
        if (!Authorities.isAuthority(one)) {
            add(State.CARE, name, "cardtrust.stranger");
            return;
        }
        var role = "cardtrust.role.between";
        if (authorities.issues(one)) {
            role = "cardtrust.role.issuing";
        } else if (Authorities.isRoot(one)) {
            role = "cardtrust.role.root";
        }
        add(
                State.WELL,
                name,
                role,
                day(one.getNotBefore()),
                day(one.getNotAfter()),
                HexFormat.of().withUpperCase().formatHex(one.getSerialNumber().toByteArray()),
                fingerprint(one));
        dates(one, name);
        if (!Authorities.isRoot(one)
                && authorities.all().stream()
                        .noneMatch(other -> other.getSubjectX500Principal().equals(one.getIssuerX500Principal()))) {
            add(State.CARE, name, "cardtrust.above.absent", name(one.getIssuerX500Principal()));
        }
    }

    private void dates(X509Certificate one, String name) {
        var now = clock.instant();
        var end = one.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            add(State.WRONG, name, "cardtrust.over", day(one.getNotAfter()));
        } else if (now.isBefore(one.getNotBefore().toInstant())) {
            add(State.CARE, name, "cardtrust.later", day(one.getNotBefore()));
        } else if (now.isAfter(end.minus(Tolerances.CERTIFICATE))) {
            add(State.CARE, name, "cardtrust.soon", day(one.getNotAfter()));
        }
    }

    private void add(State state, String of, String key, Object... arguments) {
        found.add(Reviewed.of(state, of, key, arguments));
    }

    static String name(X509Certificate certificate) {
        return CardName.commonName(certificate).orElseGet(() -> name(certificate.getSubjectX500Principal()));
    }

    private static String name(X500Principal principal) {
        return principal.getName();
    }

    static LocalDate day(Date date) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(date.getTime()), ZoneOffset.UTC);
    }

    /** As {@code keytool -list} writes it, so that it can be compared with what the authority publishes. */
    private static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
    }
}
