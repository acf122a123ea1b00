package fr.predice.visio.platform.check;

import fr.predice.visio.platform.watch.Tolerances;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The key store of HTTPS: opens, holds a key, and a certificate of today for the public address. */
final class CertificateCheck {
    private static final String STORE = "VISIO_TLS_KEYSTORE";
    private static final int NAME = 2;
    private static final int ADDRESS = 7;

    private final Findings findings;
    private final Clock clock;

    CertificateCheck(Findings findings, Clock clock) {
        this.findings = findings;
        this.clock = clock;
    }

    /** @param behindProxy a reverse proxy shows its own certificate to browsers */
    void check(Path file, String type, String password, String host, boolean behindProxy) {
        try (var input = Files.newInputStream(file)) {
            var store = KeyStore.getInstance(type);
            store.load(input, password.toCharArray());
            var alias = Collections.list(store.aliases()).stream()
                    .filter(name -> holdsKey(store, name))
                    .findFirst();
            if (alias.isEmpty()) {
                findings.wrong(STORE + ": holds no private key with its certificate");
                return;
            }
            store.getKey(alias.get(), password.toCharArray());
            check((X509Certificate) store.getCertificate(alias.get()), host, behindProxy);
        } catch (UnrecoverableKeyException otherPassword) {
            findings.wrong(STORE + "_PASSWORD: opens the key store, but not its key: both want the same password");
        } catch (IOException | GeneralSecurityException failure) {
            findings.wrong(
                    failure.getCause() instanceof UnrecoverableKeyException
                            ? STORE + "_PASSWORD: does not open " + file
                            : STORE + ": " + file + " cannot be read as a key store of VISIO_TLS_KEYSTORE_TYPE");
        }
    }

    private static boolean holdsKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException notLoaded) {
            throw new IllegalStateException(notLoaded);
        }
    }

    private void check(X509Certificate certificate, String host, boolean behindProxy) throws GeneralSecurityException {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var end = LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC);
        if (clock.instant().isAfter(certificate.getNotAfter().toInstant())) {
            findings.wrong(STORE + ": the certificate was valid until " + end);
        } else if (clock.instant().isBefore(certificate.getNotBefore().toInstant())) {
            findings.wrong(STORE + ": the certificate is not valid yet");
        } else if (end.isBefore(today.plusDays(Tolerances.CERTIFICATE.toDays()))) {
            findings.warning(STORE + ": the certificate is valid until " + end);
        } else {
            findings.right(STORE + ": the certificate is valid until " + end);
        }
        var names = names(certificate);
        if (names.stream().noneMatch(name -> covers(name, host))) {
            var line = STORE + ": the certificate is for " + String.join(", ", names) + ", not for " + host;
            if (behindProxy) {
                findings.warning(line + ": your proxy must have the one that is");
            } else {
                findings.wrong(line);
            }
        }
    }

    /** Browsers look at the alternative names alone (RFC 9525). */
    private static List<String> names(X509Certificate certificate) throws GeneralSecurityException {
        return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                .flatMap(names -> names.stream())
                .filter(name -> Stream.of(NAME, ADDRESS).anyMatch(name.get(0)::equals))
                .map(name -> name.get(1).toString())
                .toList();
    }

    private static boolean covers(String name, String host) {
        return name.equalsIgnoreCase(host)
                || name.startsWith("*.")
                        && host.indexOf('.') > 0
                        && name.substring(1).equalsIgnoreCase(host.substring(host.indexOf('.')));
    }
}
