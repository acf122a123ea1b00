package fr.predice.visio.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.platform.watch.Finding;
import fr.predice.visio.platform.watch.Finding.Level;
import fr.predice.visio.support.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String LOGS = "jboss.server.log.dir";

    @ParameterizedTest
    @CsvSource({"P90D, FINE, 90", "P30D, FINE, 30", "P29D, CARE, 29", "P6D, BAD, 6", "PT1H, BAD, 0", "PT-1S, BAD, 0"})
    void countsTheDaysOfACertificate(Duration left, Level level, long days) {
        var found = CertificateCheck.found(NOW.plus(left), NOW);

        assertThat(found.level()).isEqualTo(level);
        assertThat(found.figures()).containsEntry("days", days);
        assertThat(found.problem().equals("over")).isEqualTo(left.isNegative());
    }

    @ParameterizedTest
    @CsvSource({"PT0.3S, FINE", "PT-1.9S, FINE", "PT-2S, CARE", "PT29S, CARE", "PT-30S, BAD"})
    void comparesClocks(Duration ahead, Level level) {
        assertThat(ClockCheck.found(ahead).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"1000, FINE", "999, CARE", "100, CARE", "99, BAD"})
    void looksForRoomOnTheDisk(long megabytes, Level level) {
        assertThat(DiskCheck.found(megabytes).level()).isEqualTo(level);
    }

    /** The fullest of all the places that the server writes to: no file system has less room than /proc. */
    @Test
    void findsTheFullDiskAmongThoseOfTheServer() throws IOException {
        System.setProperty(LOGS, "/proc");
        try {
            assertThat(new DiskCheck().look()).isEqualTo(Finding.bad("full").with("freeMegabytes", 0));
        } finally {
            System.clearProperty(LOGS);
        }
    }

    @ParameterizedTest
    @CsvSource({"53100, full", "57P01, away", "08006, away", ", away"})
    void tellsAFullDiskOfTheDatabaseFromItsAbsence(String state, String problem) {
        assertThat(DatabaseCheck.found(new SQLException("", state))).isEqualTo(Finding.bad(problem));
    }

    @Test
    void keepsWhatWasFoundInOrder() {
        assertThat(Finding.bad("away").with("b", 1).with("a", 2).figures()).hasToString("{a=2, b=1}");
    }

    @Test
    void readsTheCertificateThatAnAddressShowsAndSaysNothing() throws Exception {
        var context = TestCertificate.of("dns:localhost").server();
        var loopback = InetAddress.getLoopbackAddress();
        try (var server = context.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            var met = CompletableFuture.supplyAsync(() -> {
                try (var socket = (SSLSocket) server.accept()) {
                    return socket.getInputStream().read();
                } catch (IOException hungUp) {
                    return -1;
                }
            });

            var shown = ShownCertificate.at("localhost", server.getLocalPort());

            assertThat(shown.getSubjectX500Principal().getName().toLowerCase(Locale.ROOT))
                    .startsWith("cn=");
            assertThat(met.get()).isEqualTo(-1);
        }
    }

    @Test
    void findsNoCertificateWhereNobodyAnswers() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> ShownCertificate.at("localhost", port)).isInstanceOf(IOException.class);
    }
}
