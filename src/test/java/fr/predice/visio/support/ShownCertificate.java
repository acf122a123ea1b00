package fr.predice.visio.support;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** The certificate that a server shows to whoever connects now. */
public final class ShownCertificate {
    private ShownCertificate() {}

    /** @param address {@code https://host:port} */
    public static X509Certificate at(String address) throws IOException, GeneralSecurityException {
        var anyone = SSLContext.getInstance("TLS");
        anyone.init(null, new TrustManager[] {new Anyone()}, new SecureRandom());
        var server = URI.create(address);
        try (var socket = (SSLSocket) anyone.getSocketFactory().createSocket(server.getHost(), server.getPort())) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    /** Takes any certificate: here it is looked at, not believed. */
    private static final class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {
            // Nothing is sent to it.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
