package fr.predice.visio.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The TURN server with the file that hospitals get, where {@code turnserver} is installed. */
public final class Coturn implements AutoCloseable {
    private static final Pattern LOG = Pattern.compile("log file opened: (\\S+)");

    private final Child process;
    private final Site site;
    private final Path directory;
    private final Certificate certificate;

    private Coturn(Child process, Site site, Path directory, Certificate certificate) {
        this.process = process;
        this.site = site;
        this.directory = directory;
        this.certificate = certificate;
    }

    /**
     * Empty where it is not installed: calls then stay direct. Relays to this machine or, with an address, its network.
     */
    static Optional<Coturn> start(Site site, Secrets secrets, Certificate certificate, Leftovers leftovers) {
        UnaryOperator<CoturnFile> here = file -> allowed(file, site).filled("static-auth-secret", secrets.get("turn"));
        return program().map(program -> start(program, site, certificate, leftovers, here));
    }

    /**
     * As a hospital has it, on loopback, where it relays to nobody.
     *
     * @param name of its directory in target/
     * @param secrets that sign credentials, two at most
     * @param more lines of its file
     */
    public static Coturn alone(String name, List<String> secrets, String... more) {
        var project = Path.of("").toAbsolutePath();
        var site = new Site(project.resolve("target").resolve(name), project, Ports.free(), Optional.empty(), Map.of());
        OwnerOnly.directory(site.home());
        var leftovers = new Leftovers(site.home());
        leftovers.stop();
        var certificate = Certificate.of(site, new Secrets(site.home().resolve("secrets.properties")));
        return start(program().orElseThrow(), site, certificate, leftovers, file -> {
            secrets.forEach(secret -> file.filled("static-auth-secret", secret));
            Arrays.stream(more).forEach(file::and);
            return file;
        });
    }

    private static Coturn start(
            String program, Site site, Certificate certificate, Leftovers leftovers, UnaryOperator<CoturnFile> more) {
        var directory = site.home().resolve("coturn");
        var file = directory.resolve("turnserver.conf");
        more.apply(onLoopback(site, pem(certificate, directory))).write(file);
        // The database of secrets that come and go while it runs is empty.
        var command = new ProcessBuilder(
                        program, "-c", file.toString(), "--pidfile=", "--userdb=" + directory.resolve("turndb"))
                .directory(directory.toFile());
        var process = Child.start("coturn", command, directory.resolve("coturn.log"), leftovers);
        return new Coturn(process, site, directory, certificate);
    }

    private static CoturnFile onLoopback(Site site, Path pem) {
        return CoturnFile.of(site.project())
                .with("listening-ip", site.host())
                .with("relay-ip", site.host())
                .with("listening-port", site.ports().turn())
                .with("tls-listening-port", site.ports().turnTls())
                .with("cert", pem)
                .with("pkey", pem);
    }

    private static CoturnFile allowed(CoturnFile file, Site site) {
        var network = site.address().map(address -> address.substring(0, address.lastIndexOf('.')));
        return network.isPresent()
                ? file.and("allowed-peer-ip=" + network.get() + ".1-" + network.get() + ".254")
                : file.and("allow-loopback-peers").and("allowed-peer-ip=127.0.0.1");
    }

    private static Path pem(Certificate certificate, Path directory) {
        try {
            return certificate.pem(directory);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Optional<String> program() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "turnserver"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** UDP is the fastest, TCP passes where it is blocked, and TLS where only what looks like HTTPS does. */
    public String urls() {
        var server = "turn:" + site.host() + ":" + site.ports().turn();
        var secure = "turns:" + site.host() + ":" + site.ports().turnTls();
        return server + "?transport=udp," + server + "?transport=tcp," + secure + "?transport=tcp";
    }

    /** Asks Debian's tool to change its database, e.g. {@code --set-secret=…}. */
    public void admin(String change) {
        try {
            var asked = new ProcessBuilder(
                            "turnadmin", change, "--realm=turn.example.org", "--db=" + directory.resolve("turndb"))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            // The tool leaves a log of its own somewhere.
            for (var log = LOG.matcher(said); log.find(); ) {
                Files.deleteIfExists(Path.of(log.group(1)));
            }
            if (asked.onExit().join().exitValue() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Another certificate in the place of the first, and word of it, as after a renewal. */
    public void renewCertificate() {
        try {
            Files.delete(certificate.keyStore());
            pem(Certificate.of(site, new Secrets(site.home().resolve("secrets.properties"))), directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        process.tell("USR2");
    }

    /** What it wrote so far. */
    public String log() {
        try {
            return Files.readString(directory.resolve("coturn.log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What it shows by TLS, self-signed. */
    public X509Certificate certificate() {
        try {
            var store = KeyStore.getInstance(
                    certificate.keyStore().toFile(), certificate.password().toCharArray());
            return (X509Certificate) store.getCertificate(store.aliases().nextElement());
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** At once, and without a word to those whom it relays. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
