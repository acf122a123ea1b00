package fr.predice.visio.platform.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.support.TestCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateCheckTest {
    private static final String PASSWORD = TestCertificate.PASSWORD;

    @TempDir
    private static Path directory;

    /** For 90 days from now. */
    private static final Path STORE =
            TestCertificate.of("dns:visio.example.org,dns:*.chu.example.org").keyStore();

    @ParameterizedTest
    @CsvSource({"visio.example.org", "Visio.Example.org", "visio.chu.example.org"})
    void isContentWithACertificateOfTodayForTheHost(String host) {
        assertThat(check(STORE, PASSWORD, host, false, 0)).startsWith("right ").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "70, warning  VISIO_TLS_KEYSTORE: the certificate is valid until",
        "91, wrong    VISIO_TLS_KEYSTORE: the certificate was valid until",
        "-2, wrong    VISIO_TLS_KEYSTORE: the certificate is not valid yet"
    })
    void looksAtTheDate(int days, String line) {
        assertThat(check(STORE, PASSWORD, "visio.example.org", false, days)).startsWith(line);
    }

    @ParameterizedTest
    @CsvSource({"autre.example.org", "a.b.chu.example.org", "chu.example.org"})
    void wantsTheNameOfThePublicAddressUnlessAProxyHasIt(String host) {
        var line = " VISIO_TLS_KEYSTORE: the certificate is for visio.example.org, *.chu.example.org, not for " + host;
        assertThat(check(STORE, PASSWORD, host, false, 0)).contains("wrong   " + line);
        assertThat(check(STORE, PASSWORD, host, true, 0)).contains("warning " + line);
    }

    @Test
    void tellsAWrongPasswordFromAWrongFile() throws IOException {
        assertThat(check(STORE, "another", "visio.example.org", false, 0))
                .startsWith("wrong    VISIO_TLS_KEYSTORE_PASSWORD: ")
                .doesNotContain("another");
        var text = Files.writeString(directory.resolve("text.p12"), "no key store");
        assertThat(check(text, PASSWORD, "visio.example.org", false, 0)).startsWith("wrong    VISIO_TLS_KEYSTORE: ");
    }

    private static String check(Path file, String password, String host, boolean proxy, int daysFromNow) {
        var out = new ByteArrayOutputStream();
        var findings = new Findings(new PrintStream(out, true, StandardCharsets.UTF_8));
        var clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(daysFromNow));
        new CertificateCheck(findings, clock).check(file, "PKCS12", password, host, proxy);
        return out.toString(StandardCharsets.UTF_8);
    }
}
