package fr.predice.visio.platform.check;

import fr.predice.visio.platform.config.Refusals;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.config.SettingsReader;
import fr.predice.visio.platform.config.SettingsTable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says all that is wrong with a site's settings, without starting the service. */
public final class CheckCommand {
    private static final String USAGE = """
            java -jar visio-securisee.war --check [--connect DRIVER.jar] [FILE]

            Checks all settings without starting the service: those of FILE, as systemd reads it
            (/etc/visio/visio.env), or of this environment. --connect also asks the database, with
            the driver of PostgreSQL, and the servers that are named. Exit code: 0, or 1 if anything is wrong.
            Once the service runs: --verify WILDFLY_HOME tries what calls need. Cards: --card-trust [FILE].""";

    private static final int HTTPS = 443;

    private final PrintStream out;
    private final Clock clock;
    private final Findings findings;

    CheckCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.findings = new Findings(out);
    }

    public static void main(String... arguments) {
        System.exit(new CheckCommand(System.out, Clock.systemUTC()).run(List.of(arguments)));
    }

    /** @return the exit code */
    int run(List<String> arguments) {
        var left = new ArrayDeque<>(arguments);
        var check = left.remove("--check");
        Optional<Path> driver = Optional.empty();
        if (left.size() > 1 && left.peek().equals("--connect")) {
            left.remove();
            driver = Optional.of(Path.of(left.remove()));
        }
        if (!check || left.size() > 1 || left.stream().anyMatch(argument -> argument.startsWith("-"))) {
            out.println(USAGE);
            return 1;
        }
        try {
            check(left.isEmpty() ? System.getenv() : EnvironmentFile.read(Path.of(left.remove())), driver);
        } catch (EnvironmentFile.Unreadable file) {
            findings.wrong(file.getMessage());
        }
        return findings.close() == 0 ? 0 : 1;
    }

    private void check(Map<String, String> site, Optional<Path> driver) {
        SettingsTable.ours().unknown(site.keySet()).forEach(findings::warning);
        var refused = new Refusals(name -> Optional.ofNullable(site.get(name))).all();
        refused.forEach(findings::wrong);
        for (var name : List.of("VISIO_DB_PASSWORD", "VISIO_DB_OWNER_PASSWORD")) {
            if (find(site, name).isEmpty()) {
                findings.warning(name + ": absent, so the server must have it in its credential store");
            }
        }
        if (!refused.isEmpty()) {
            return;
        }
        findings.right(
                site.keySet().stream().filter(name -> name.startsWith("VISIO_")).count() + " settings");
        var settings = new SettingsReader(name -> Optional.ofNullable(site.get(name))).read();
        find(site, "VISIO_TLS_KEYSTORE")
                .ifPresent(file -> new CertificateCheck(findings, clock)
                        .check(
                                Path.of(file),
                                find(site, "VISIO_TLS_KEYSTORE_TYPE").orElse("PKCS12"),
                                find(site, "VISIO_TLS_KEYSTORE_PASSWORD").orElse("changeit"),
                                settings.publicAddress().getHost(),
                                find(site, "VISIO_BEHIND_PROXY").orElse("false").equals("true")));
        driver.ifPresent(jar -> connect(site, settings, jar));
    }

    private void connect(Map<String, String> site, Settings settings, Path jar) {
        database(site, jar);
        var network = new NetworkCheck(findings);
        if (settings.messaging().mailGateway().equals("smtp")) {
            network.reach(
                    "VISIO_SMTP_HOST",
                    find(site, "VISIO_SMTP_HOST").orElse("localhost"),
                    Integer.parseInt(find(site, "VISIO_SMTP_PORT").orElse("587")));
        }
        var outside = new TreeMap<String, URI>();
        settings.messaging().ovh().ifPresent(ovh -> outside.put("VISIO_OVH_ENDPOINT", ovh.endpoint()));
        settings.proSante().ifPresent(provider -> outside.put("VISIO_PSC_ISSUER", provider.issuer()));
        if (!outside.isEmpty()) {
            settings.messaging()
                    .proxy()
                    .ifPresentOrElse(
                            proxy -> network.reach("VISIO_HTTP_PROXY", proxy.getHostString(), proxy.getPort()),
                            () -> outside.forEach((name, address) -> network.reach(
                                    name, address.getHost(), address.getPort() < 0 ? HTTPS : address.getPort())));
        }
    }

    private void database(Map<String, String> site, Path jar) {
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            var driver = (Driver) loader.loadClass("org.postgresql.Driver")
                    .getDeclaredConstructor()
                    .newInstance();
            var url = find(site, "VISIO_DB_URL").orElse("jdbc:postgresql://localhost:5432/visio");
            var database = new DatabaseCheck(findings, driver, url);
            find(site, "VISIO_DB_PASSWORD")
                    .ifPresent(password ->
                            database.application(find(site, "VISIO_DB_USER").orElse("visio_app"), password));
            find(site, "VISIO_DB_OWNER_PASSWORD")
                    .ifPresent(password ->
                            database.owner(find(site, "VISIO_DB_OWNER_USER").orElse("visio_owner"), password));
        } catch (IOException | ReflectiveOperationException noDriver) {
            findings.wrong("--connect: " + jar + " is not the driver of PostgreSQL");
        }
    }

    private static Optional<String> find(Map<String, String> site, String name) {
        return Optional.ofNullable(site.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
