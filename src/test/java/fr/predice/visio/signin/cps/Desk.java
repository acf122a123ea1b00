package fr.predice.visio.signin.cps;

import fr.predice.visio.support.ShownCertificate;
import fr.predice.visio.support.TestAuthority;
import fr.predice.visio.support.TestCard;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What a client without a window needs to come to a server of the tests: with a card, or without. */
final class Desk {
    private Desk() {}

    static SSLContext without(String server) {
        return context(server, null);
    }

    /** Shows the card to whoever asks. */
    static SSLContext with(TestCard card, String server) {
        try {
            var store = empty();
            store.setKeyEntry("card", card.key(), password(), card.chain().toArray(new Certificate[0]));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password());
            return context(server, keys.getKeyManagers());
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static SSLContext context(String server, KeyManager[] keys) {
        try {
            var trusted = empty();
            trusted.setCertificateEntry("server", ShownCertificate.at(server));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static char[] password() {
        return TestAuthority.PASSWORD.toCharArray();
    }
}
