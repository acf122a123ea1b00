package fr.predice.visio.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A self-signed certificate for this machine's names, in a PKCS #12 key store made by the JDK's keytool. */
record Certificate(Path keyStore, String password) {
    private static final Duration RENEWED_AFTER = Duration.ofDays(300);

    static Certificate of(Site site, Secrets secrets) {
        var keyStore = site.home().resolve("certificate-" + site.host() + ".p12");
        var password = secrets.get("certificate");
        try {
            if (!isFresh(keyStore)) {
                Files.deleteIfExists(keyStore);
                make(keyStore, password, site);
            }
            return new Certificate(keyStore, password);
        } catch (IOException failure) {
            throw new IllegalStateException("No certificate in " + keyStore, failure);
        }
    }

    private static boolean isFresh(Path keyStore) throws IOException {
        return Files.exists(keyStore)
                && Files.getLastModifiedTime(keyStore)
                        .toInstant()
                        .isAfter(Instant.now().minus(RENEWED_AFTER));
    }

    /** The same certificate and its key as PEM, which coturn reads. Only its owner reads the file. */
    Path pem(Path directory) throws IOException {
        var file = directory.resolve("certificate.pem");
        OwnerOnly.create(file);
        try {
            var entries = KeyStore.getInstance(keyStore.toFile(), password.toCharArray());
            var alias = entries.aliases().nextElement();
            return Files.writeString(
                    file,
                    pem("CERTIFICATE", entries.getCertificate(alias).getEncoded())
                            + pem(
                                    "PRIVATE KEY",
                                    entries.getKey(alias, password.toCharArray())
                                            .getEncoded()));
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(unreadable);
        }
    }

    /** The certificate alone, for those who trust it. */
    Path publicPem(Path directory) throws IOException {
        try {
            var entries = KeyStore.getInstance(keyStore.toFile(), password.toCharArray());
            var certificate = entries.getCertificate(entries.aliases().nextElement());
            return Files.writeString(directory.resolve("ca.pem"), pem("CERTIFICATE", certificate.getEncoded()));
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static String pem(String what, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, lines);
    }

    private static void make(Path keyStore, String password, Site site) throws IOException {
        var names = "SAN=dns:localhost,ip:127.0.0.1"
                + site.address().map(a -> ",ip:" + a).orElse("");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "visio",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + site.host(),
                        "-ext",
                        names,
                        "-validity",
                        "365",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass:env",
                        "STORE_PASSWORD"))
                .redirectErrorStream(true);
        command.environment().put("STORE_PASSWORD", password);
        var process = command.start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(said);
        }
    }
}
