package fr.predice.visio.verification;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * One TLS handshake with an address, as this server sees it.
 *
 * @param end how it went
 * @param why the name of what went wrong, e.g. {@code "ConnectException"}; empty if it went well
 * @param cardAsked whether the other side asked for a certificate of ours, as a card's listener does
 */
record Handshake(End end, String why, String protocol, Optional<X509Certificate> certificate, boolean cardAsked) {
    private static final int MILLIS = 5000;
    private static final int HTTPS = 443;

    enum End {
        DONE,
        /** No connection: wrong name, closed port, a firewall that lets nobody out and in again. */
        UNREACHABLE,
        /** The certificate has another name, is over, or comes from nobody whom this server's Java trusts. */
        CERTIFICATE,
        /** A connection, and no agreement on TLS. */
        NO_TLS
    }

    /** @param trust null for what Java trusts by itself */
    static Handshake with(URI address, TrustManager[] trust) {
        var card = new AskedForCard();
        try (var plain = new Socket()) {
            var port = address.getPort() < 0 ? HTTPS : address.getPort();
            plain.connect(new InetSocketAddress(address.getHost(), port), MILLIS);
            return encrypted(plain, address.getHost(), port, context(card, trust), card);
        } catch (IOException | RuntimeException away) {
            return failed(End.UNREACHABLE, away, card);
        }
    }

    private static Handshake encrypted(Socket plain, String host, int port, SSLContext context, AskedForCard card) {
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
            var parameters = socket.getSSLParameters();
            // The name must be in the certificate (RFC 2818 §3.1), as for a browser.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(MILLIS);
            socket.startHandshake();
            var session = socket.getSession();
            var shown = (X509Certificate) session.getPeerCertificates()[0];
            return new Handshake(End.DONE, "", session.getProtocol(), Optional.of(shown), card.asked.get());
        } catch (SSLHandshakeException refused) {
            var certificate = causes(refused).anyMatch(CertificateException.class::isInstance);
            return failed(certificate ? End.CERTIFICATE : End.NO_TLS, refused, card);
        } catch (IOException broken) {
            return failed(End.NO_TLS, broken, card);
        }
    }

    private static Handshake failed(End end, Exception failure, AskedForCard card) {
        var deepest = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
        return new Handshake(end, deepest.getClass().getSimpleName(), "", Optional.empty(), card.asked.get());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static SSLContext context(KeyManager card, TrustManager[] trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {card}, trust, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java speaks no TLS", broken);
        }
    }

    /** Has no card, and notices being asked for one. */
    private static final class AskedForCard extends X509ExtendedKeyManager {
        private final AtomicBoolean asked = new AtomicBoolean();

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            asked.set(true);
            return null;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[0];
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return null;
        }
    }
}
