package fr.predice.visio.signin.cps;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/**
 * A certificate as proxies write it into a header: PEM with its signs escaped (nginx), PEM on one line (Apache), DER in
 * base64 (HAProxy), or that between colons (RFC 9440).
 */
final class ForwardedCertificate {
    private static final int LONGEST = 16 * 1024;
    private static final String ESCAPED = "-----BEGIN%20";
    private static final String FRAME = "-----(BEGIN|END) CERTIFICATE-----|[\\s:]";

    private ForwardedCertificate() {}

    /** Nothing where it is none, e.g. empty or {@code (null)}: nobody showed a card. */
    static Optional<X509Certificate> read(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var der = Base64.getDecoder().decode(unescaped(header).replaceAll(FRAME, ""));
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String unescaped(String header) {
        return header.startsWith(ESCAPED)
                ? URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8)
                : header;
    }
}
