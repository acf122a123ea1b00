package fr.predice.visio.signin.cps.trust;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.support.TestAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A site's settings for cards, one after the other, and the trust that they make. */
final class TrustInTests {
    private static final Map<TestAuthority, Path> KNOWN = new ConcurrentHashMap<>();

    private final Path directory;
    private final List<URI> lists = new ArrayList<>();
    private Path truststore;
    private List<String> issuers = List.of(TestAuthority.ISSUER);
    private Optional<Settings.Ocsp> ocsp = Optional.empty();
    private Optional<InetSocketAddress> proxy = Optional.empty();
    private Clock clock = Clock.systemUTC();

    TrustInTests(Path directory) {
        this.directory = directory;
    }

    TrustInTests trusting(List<X509Certificate> authorities) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (var one : authorities) {
                store.setCertificateEntry("a" + one.getSerialNumber(), one);
            }
            truststore = Files.createTempFile(Path.of("target"), "cards", ".p12");
            truststore.toFile().deleteOnExit();
            try (var output = Files.newOutputStream(truststore)) {
                store.store(output, TestAuthority.PASSWORD.toCharArray());
            }
            return this;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Kept for all tests of a class: such a file takes its time. */
    TrustInTests trusting(TestAuthority authority) {
        truststore = KNOWN.computeIfAbsent(authority, one -> trusting(List.of(one.root(), one.issuer())).truststore);
        return this;
    }

    TrustInTests truststore(Path file) {
        truststore = file;
        return this;
    }

    TrustInTests issuers(String... names) {
        issuers = List.of(names);
        return this;
    }

    /** In a file of this name. */
    TrustInTests list(String name, byte[] list) {
        try {
            return list(Files.write(directory.resolve(name), list).toUri());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    TrustInTests list(URI place) {
        lists.add(place);
        return this;
    }

    TrustInTests ocsp(Optional<URI> responder, boolean listInstead) {
        ocsp = Optional.of(new Settings.Ocsp(responder, Duration.ofSeconds(2), listInstead));
        return this;
    }

    TrustInTests proxy(int port) {
        proxy = Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", port));
        return this;
    }

    TrustInTests at(Instant now) {
        clock = Clock.fixed(now, ZoneOffset.UTC);
        return this;
    }

    /** With the lists as they are now. */
    CardTrust open() {
        var trust = unread();
        trust.refresh();
        return trust;
    }

    /** Before its lists are looked for. */
    CardTrust unread() {
        var setting = new Settings.Cards(
                Optional.of(truststore), TestAuthority.PASSWORD, issuers, lists, Duration.ofHours(24), ocsp);
        return new CardTrust(setting, proxy, clock);
    }

    /** All that a server looks at before it lets somebody in. */
    static CardHolder verify(CardTrust trust, List<X509Certificate> presented) {
        var card = trust.read(presented);
        trust.check(card);
        return card.holder();
    }

    CardRefused.Reason refusal(List<X509Certificate> presented) {
        var trust = open();
        return catchThrowableOfType(CardRefused.class, () -> verify(trust, presented))
                .reason();
    }
}
