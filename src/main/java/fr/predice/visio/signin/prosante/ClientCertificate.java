package fr.predice.visio.signin.prosante;

import fr.predice.visio.platform.config.ProSante;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Who this server is to the provider, where it asks by mutual TLS.
 *
 * @param connections that show the certificate
 */
record ClientCertificate(X509Certificate certificate, SSLContext connections) {
    /** @throws IllegalStateException naming the variable, if the store does not open or holds no key */
    static ClientCertificate read(ProSante.Certificate from) {
        var password = from.password().toCharArray();
        try (var file = Files.newInputStream(from.store())) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            for (var alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                    keys.init(store, password);
                    var connections = SSLContext.getInstance("TLS");
                    connections.init(keys.getKeyManagers(), null, null);
                    return new ClientCertificate(certificate, connections);
                }
            }
        } catch (IOException | GeneralSecurityException closed) {
            throw new IllegalStateException(
                    "VISIO_PSC_KEYSTORE: does not open as PKCS12 with VISIO_PSC_KEYSTORE_PASSWORD", closed);
        }
        throw new IllegalStateException("VISIO_PSC_KEYSTORE: holds no private key");
    }
}
