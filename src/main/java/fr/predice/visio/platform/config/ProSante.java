package fr.predice.visio.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Pro Santé Connect as this site is registered there.
 *
 * @param issuer as its tokens name it
 * @param secret that the provider gave; none where the certificate alone says who asks
 * @param certificate shown to the provider in each connection (mutual TLS)
 * @param discovery where the provider describes itself: its own address, or a file that holds the same document
 * @param keys a file of the keys that it signs with (JWK set); without one they are asked for where it says
 * @param level of trust in a person's identification, asked for and wanted back: the claim {@code acr}
 */
public record ProSante(
        URI issuer,
        String client,
        Optional<String> secret,
        Optional<Certificate> certificate,
        URI discovery,
        Optional<Path> keys,
        String level) {

    /** A PKCS12 key store that holds a private key and its certificate. */
    public record Certificate(Path store, String password) {
        @Override
        public String toString() {
            return "Certificate[" + store + "]";
        }
    }

    @Override
    public String toString() {
        return "ProSante[" + client + "]";
    }
}
