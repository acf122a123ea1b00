package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.support.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The service as INSTALL.md leaves it: from the zip, on the stock server, started by the command of the systemd unit.
 */
final class Installed implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern ENVIRONMENT = Pattern.compile("(?m)^Environment=\"?([A-Z_]+)=(.*?)\"?$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^ExecStart=(.*)$");

    /** Somebody who may do nothing, as the service's own user. */
    private static final String USER = "nobody";

    private final Path home;
    private final Path place;
    private final Path wildfly;
    private final Path zip;
    private final Path etc;
    private final String configuration;
    private final Ports ports = Ports.free();
    private final ForeignPostgres postgres;
    private final InstallSheet sheet;
    private final FrontProxy proxy;
    private Child server;

    interface Database {
        ForeignPostgres start(Path home, int port) throws IOException;
    }

    /**
     * @param configuration of the stock server, e.g. {@code standalone.xml}
     * @param before what stands before it, with the zip's own file
     */
    Installed(String name, String configuration, Database database, FrontProxy.Kind before) throws IOException {
        this.configuration = configuration;
        home = Path.of("target", name).toAbsolutePath();
        new Leftovers(home).stop();
        ServerCopy.deleteTree(home);
        OwnerOnly.directory(home);
        // Where that user may look.
        place = Files.createTempDirectory("visio-install");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        wildfly = place.resolve("wildfly");
        etc = place.resolve("etc");
        ServerCopy.copyTree(stock(), wildfly);
        zip = unzip();
        proxy = new FrontProxy(before, name + "-proxy", zip.resolve("proxy"));
        postgres = database.start(home, ports.database());
        var terminal = new HashMap<>(Map.of(
                "WILDFLY_HOME",
                wildfly.toString(),
                "REGLAGES",
                etc.toString(),
                "COMPTE",
                USER,
                "CONFIGURATION",
                configuration,
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(postgres.port()),
                "PGUSER",
                "postgres"));
        terminal.put("CERTIFICAT", place.resolve("certificate.pem").toString());
        terminal.put("CLE", place.resolve("key.pem").toString());
        terminal.put("PORT_SANTE", Integer.toString(ports.management()));
        terminal.put("PORT_HTTPS", Integer.toString(ports.https()));
        sheet = new InstallSheet(zip, terminal);
    }

    static Path stock() {
        return Path.of(System.getProperty("stock.server"));
    }

    private Path unzip() throws IOException {
        var unzipped = new ProcessBuilder("unzip", "-q", System.getProperty("release.zip"), "-d", place.toString())
                .inheritIO()
                .start();
        assertThat(unzipped.onExit().join().exitValue()).isZero();
        try (var folders = Files.newDirectoryStream(place, "visio-securisee-*")) {
            return folders.iterator().next();
        }
    }

    InstallSheet sheet() {
        return sheet;
    }

    /** The hospital's own values, over those that came with the file. */
    void set(Map<String, String> settings) throws IOException {
        var own = new HashMap<>(settings);
        own.put("VISIO_PUBLIC_URL", publicAddress());
        own.put("VISIO_DB_URL", databaseAddress());
        own.put("VISIO_CARD_PORT", Integer.toString(ports.turnTls()));
        sheet.shell(own.entrySet().stream()
                .map(one -> "echo '%s=\"%s\"' >> $REGLAGES/visio.env".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining("\n")));
    }

    /** @param certificate what the proxy shows */
    void start(TestCertificate certificate) throws IOException {
        var unit = Files.readString(zip.resolve("wildfly/visio.service"))
                .replace("/opt/wildfly", wildfly.toString())
                .replace("/opt/visio/wildfly", zip.resolve("wildfly").toString())
                .replace("/etc/visio", etc.toString())
                .replace("-c standalone.xml", "-c " + configuration);
        verify(unit);
        var command = COMMAND.matcher(unit);
        assertThat(command.find()).isTrue();
        var process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "set -a; . " + etc.resolve("visio.env") + "; set +a; umask 027; exec setpriv --reuid=" + USER
                                + " --regid=$(id -g " + USER + ") --clear-groups " + command.group(1)
                                + " -Djboss.http.port=" + ports.http() + " -Djboss.https.port=" + ports.https()
                                + " -Djboss.management.http.port=" + ports.management())
                .directory(wildfly.resolve("standalone").toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("VISIO_"));
        ENVIRONMENT.matcher(unit).results().forEach(one -> process.environment().put(one.group(1), one.group(2)));
        server = Child.start("wildfly", process, home.resolve("journal.log"), new Leftovers(home));
        var war = wildfly.resolve("standalone/deployments/visio-securisee.war");
        await().atMost(PATIENCE)
                .until(() -> Files.exists(Path.of(war + ".deployed")) || Files.exists(Path.of(war + ".failed")));
        assertThat(Path.of(war + ".deployed")).as(home + "/journal.log").exists();
        proxy.start(address(), "/", certificate.keyStore(), TestCertificate.PASSWORD);
    }

    /** systemd itself has nothing to say against the unit. */
    private void verify(String unit) throws IOException {
        var file = Files.writeString(home.resolve("visio.service"), unit);
        var verified = new ProcessBuilder("systemd-analyze", "verify", "--recursive-errors=no", file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(verified.getInputStream().readAllBytes())).isEmpty();
        assertThat(verified.onExit().join().exitValue()).isZero();
    }

    void stop() {
        proxy.close();
        server.close();
        server = null;
    }

    private String address() {
        return "http://localhost:" + ports.http();
    }

    /** The proxy's. */
    String publicAddress() {
        return proxy.address();
    }

    private String databaseAddress() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/visio";
    }

    /** A connection of the tables' owner. */
    Connection database() throws SQLException {
        var administrator = new Properties();
        administrator.setProperty("user", "postgres");
        administrator.setProperty("currentSchema", "visio");
        return DriverManager.getConnection(databaseAddress(), administrator);
    }

    Path configuration() {
        return wildfly.resolve("standalone/configuration").resolve(configuration);
    }

    Path settings() {
        return etc.resolve("visio.env");
    }

    Path log(String name) {
        return wildfly.resolve("standalone/log").resolve(name);
    }

    @Override
    public void close() throws Exception {
        if (server != null) {
            stop();
        }
        postgres.close();
        ServerCopy.deleteTree(place);
    }
}
