package fr.predice.visio.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate for one name, made by the JDK's keytool; its key store serves as a trust store too. */
public record TestCertificate(Path keyStore) {
    public static final String PASSWORD = "changeit";

    /** @param name e.g. {@code dns:localhost} */
    public static TestCertificate of(String name) {
        try {
            var keyStore =
                    Files.createTempDirectory(Path.of("target"), "certificate").resolve("key.p12");
            var made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "test",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=test",
                            "-ext",
                            "SAN=" + name,
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            keyStore.toString(),
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .start();
            var said = new String(made.getInputStream().readAllBytes());
            if (made.onExit().join().exitValue() != 0) {
                throw new IOException(said);
            }
            return new TestCertificate(keyStore);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What makes a JVM trust it, and nobody else. */
    public Map<String, String> settings() {
        return Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=" + keyStore + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    /** For a server that shows it. */
    public SSLContext server() {
        try (var stream = Files.newInputStream(keyStore)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(stream, PASSWORD.toCharArray());
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** For a client that trusts it alone. */
    public SSLContext client() {
        try (var stream = Files.newInputStream(keyStore)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(stream, PASSWORD.toCharArray());
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("test", keys.getCertificate("test"));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
