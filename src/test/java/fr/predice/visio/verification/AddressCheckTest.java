package fr.predice.visio.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.support.TestCertificate;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says of its own addresses, against a TLS server of the JDK. */
class AddressCheckTest {
    private static final URI NOWHERE = URI.create("https://localhost:1");

    static TestCertificate certificate;
    static TrustManager[] trust;

    private ServerSocket server;

    @BeforeAll
    static void make() throws Exception {
        certificate = TestCertificate.of("dns:localhost");
        var store = KeyStore.getInstance("PKCS12");
        try (var file = new FileInputStream(certificate.keyStore().toFile())) {
            store.load(file, TestCertificate.PASSWORD.toCharArray());
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        trust = managers.getTrustManagers();
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void noticesBeingAskedForACard(String protocol) throws Exception {
        var listener = listen(true, protocol);

        var found =
                check(NOWHERE, Optional.of(listener), Clock.systemUTC()).look().get(1);

        assertThat(found.word()).isEqualTo("well");
        assertThat(found.figures()).contains("localhost", protocol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void saysThatNobodyAsksForACard(String protocol) throws Exception {
        var listener = listen(false, protocol);

        assertThat(check(listener, Optional.of(listener), Clock.systemUTC()).look())
                .extracting(Finding::word)
                .containsExactly("well", "unasked");
    }

    @Test
    void warnsBeforeTheCertificateIsOver() throws Exception {
        var address = listen(false, "TLSv1.3");
        var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(75));

        var found = check(address, Optional.empty(), later).look();

        assertThat(found).extracting(Finding::word).containsExactly("soon", "none");
        assertThat(found.get(0).figures()).contains("14");
    }

    /** A name that is not in the certificate, and an authority that Java does not know. */
    @Test
    void refusesACertificateAsBrowsersDo() throws Exception {
        var address = listen(false, "TLSv1.3");
        var other = URI.create("https://127.0.0.1:" + address.getPort());

        assertThat(check(other, Optional.empty(), Clock.systemUTC())
                        .look()
                        .get(0)
                        .word())
                .isEqualTo("certificate");
        assertThat(new AddressCheck(address, Optional.empty(), Clock.systemUTC())
                        .look()
                        .get(0)
                        .word())
                .isEqualTo("certificate");
    }

    @Test
    void tellsSilenceFromAnotherTongue() throws Exception {
        server = new ServerSocket(0, 1, InetAddress.getByName("localhost"));
        answer(() -> {
            try (var socket = server.accept()) {
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
            }
        });

        assertThat(check(
                                URI.create("https://localhost:" + server.getLocalPort()),
                                Optional.of(NOWHERE),
                                Clock.systemUTC())
                        .look())
                .extracting(Finding::word)
                .containsExactly("noTls", "unreachable");
    }

    private static AddressCheck check(URI address, Optional<URI> card, Clock clock) {
        return new AddressCheck(address, card, clock, trust);
    }

    private URI listen(boolean card, String protocol) throws IOException {
        var listening = (SSLServerSocket) certificate
                .server()
                .getServerSocketFactory()
                .createServerSocket(0, 2, InetAddress.getByName("localhost"));
        listening.setWantClientAuth(card);
        listening.setEnabledProtocols(new String[] {protocol});
        server = listening;
        answer(() -> {
            while (!listening.isClosed()) {
                try (var socket = (SSLSocket) listening.accept()) {
                    socket.startHandshake();
                    socket.getInputStream().read();
                } catch (IOException refused) {
                    // By an alert, or by hanging up: the next one may agree.
                }
            }
        });
        return URI.create("https://localhost:" + listening.getLocalPort());
    }

    private interface Talk {
        void run() throws IOException;
    }

    private static void answer(Talk talk) {
        var thread = new Thread(() -> {
            try {
                talk.run();
            } catch (IOException closed) {
                // The test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
