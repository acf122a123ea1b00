package fr.predice.visio.watch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Reads the certificate that an address shows, and hangs up before a word is said: so nothing is trusted to anybody.
 */
final class ShownCertificate implements X509TrustManager {
    private static final int PATIENCE_MILLIS = 3000;

    private X509Certificate shown;

    private ShownCertificate() {}

    /** @throws IOException if nobody there shows a certificate */
    static X509Certificate at(String host, int port) throws IOException, GeneralSecurityException {
        var seen = new ShownCertificate();
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {seen}, null);
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            try (var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                socket.startHandshake();
            } catch (SSLHandshakeException hungUp) {
                // As meant, or nobody speaks TLS there.
            }
        }
        if (seen.shown == null) {
            throw new IOException("no certificate");
        }
        return seen.shown;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        shown = chain[0];
        throw new CertificateException("seen");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
