package fr.predice.visio.signin.cps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.support.TestAuthority;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedCertificateTest {
    private static final X509Certificate CARD =
            TestAuthority.create().card("899700735741").certificate();

    @Test
    void readsWhatEachProxyWrites() throws CertificateEncodingException {
        var der = Base64.getEncoder().encodeToString(CARD.getEncoded());
        var pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(CARD.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        var nginx = URLEncoder.encode(pem, StandardCharsets.UTF_8).replace("+", "%20");
        var apache = pem.replace('\n', ' ');

        // nginx leaves alone what an address may hold, as some versions do the plus sign.
        for (var header : List.of(nginx, nginx.replace("%2B", "+"), apache, der, ":" + der + ":")) {
            assertThat(ForwardedCertificate.read(header)).as(header).contains(CARD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(null)", "::", "MIIB", "-----BEGIN%20CERTIFICATE-----%", "899700735741"})
    void takesAnythingElseForNoCard(String header) {
        assertThat(ForwardedCertificate.read(header)).isEmpty();
    }

    @Test
    void doesNotReadAHeaderWithoutEnd() {
        assertThat(ForwardedCertificate.read("QUJD".repeat(10_000))).isEmpty();
    }
}
