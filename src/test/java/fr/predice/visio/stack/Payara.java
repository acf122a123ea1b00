package fr.predice.visio.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** The same WAR on Payara Micro, started as its sheet says: {@code src/release/payara}. */
final class Payara implements ApplicationServer {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final String JAVA_OPTIONS = "-Xms256m -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    private static final String READY = "Payara Micro URLs:";

    /** Payara stays up, and empty, where the application refused to start. */
    private static final String REFUSED = "Exception while loading the app";

    private final Child process;
    private final Path home;

    private Payara(Child process, Path home) {
        this.process = process;
        this.home = home;
    }

    static Payara start(Site site, Map<String, String> environment, Leftovers leftovers) {
        var home = site.home().resolve("payara");
        try {
            ServerCopy.deleteTree(home);
            ServerCopy.copyTree(site.project().resolve("src/release/payara"), home);
            ServerCopy.copyTree(site.project().resolve("target/payara/lib"), home.resolve("lib"));
            Files.createDirectory(home.resolve("tmp"));
        } catch (IOException failure) {
            throw new IllegalStateException("Payara could not be laid out", failure);
        }
        var payara = new Payara(Child.start("payara", command(site, home, environment), log(home), leftovers), home);
        try {
            payara.awaitDeployment();
            return payara;
        } catch (RuntimeException failure) {
            payara.close();
            throw failure;
        }
    }

    private static ProcessBuilder command(Site site, Path home, Map<String, String> environment) {
        var command = new ProcessBuilder(
                home.resolve("start.sh").toString(),
                site.project().resolve("target/payara/payara-micro.jar").toString(),
                site.war().toString(),
                "--port",
                String.valueOf(site.ports().http()),
                "--sslport",
                String.valueOf(site.ports().https()));
        command.environment().keySet().removeIf(name -> name.startsWith("VISIO_") || name.startsWith("PAYARA_"));
        command.environment().put("PAYARA_JAVA_OPTIONS", JAVA_OPTIONS + " -Djava.io.tmpdir=" + home.resolve("tmp"));
        command.environment().putAll(environment);
        return command;
    }

    private static Path log(Path home) {
        return home.resolve("server.log");
    }

    private void awaitDeployment() {
        var deadline = Instant.now().plus(PATIENCE);
        while (!logged(READY)) {
            if (process.endsWithin(LOOK_AGAIN) || Instant.now().isAfter(deadline)) {
                throw refused();
            }
        }
        if (logged(REFUSED)) {
            throw refused();
        }
    }

    private boolean logged(String part) {
        try (var lines = Files.lines(serverLog())) {
            return lines.anyMatch(line -> line.contains(part));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private IllegalStateException refused() {
        try (var lines = Files.lines(serverLog())) {
            var errors = lines.filter(line -> line.contains("SEVERE") || line.contains("Caused by"))
                    .limit(12)
                    .collect(Collectors.joining("\n"));
            return new IllegalStateException("The application did not start; see " + serverLog() + "\n" + errors);
        } catch (IOException noLog) {
            return new IllegalStateException("The application did not start, without a log", noLog);
        }
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public Path serverLog() {
        return log(home);
    }

    /** There is none: Payara's would name the secret path of the provider's receipts. */
    @Override
    public Path accessLog() {
        throw new UnsupportedOperationException("no access log on Payara");
    }

    @Override
    public Child process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
