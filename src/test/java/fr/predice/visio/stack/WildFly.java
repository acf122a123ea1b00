package fr.predice.visio.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** The application on its server. Started as a direct child, so that stopping it needs no shell in between. */
final class WildFly implements ApplicationServer {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private static final String[] JAVA_OPTIONS = {
        "-Xms256m", "-Xmx512m", "-Djava.net.preferIPv4Stack=true", "-Djava.awt.headless=true"
    };

    private final Child process;
    private final Path standalone;

    private WildFly(Child process, Path standalone) {
        this.process = process;
        this.standalone = standalone;
    }

    /** @throws IllegalStateException with the log's errors, when the application refused to start */
    static WildFly start(Site site, Map<String, String> environment, Leftovers leftovers) {
        var server = ServerCopy.of(site);
        var standalone = server.resolve("standalone");
        var command = new ProcessBuilder(StandaloneCommandBuilder.of(server)
                .addJavaOptions(JAVA_OPTIONS)
                .addJavaOptions(BriefJava.OPTIONS)
                .addServerArgument("-Djboss.tx.node.id=visio")
                .addServerArgument(
                        "-Djboss.socket.binding.port-offset=" + site.ports().offset())
                .build());
        command.environment().keySet().removeIf(name -> name.startsWith("VISIO_"));
        command.environment().putAll(environment);
        deleteOldLog(standalone.resolve("log/server.log"));
        var wildfly =
                new WildFly(Child.start("wildfly", command, site.home().resolve("wildfly.out"), leftovers), standalone);
        try {
            wildfly.awaitDeployment(
                    standalone.resolve("deployments").resolve(site.war().getFileName()));
            return wildfly;
        } catch (RuntimeException failure) {
            wildfly.close();
            throw failure;
        }
    }

    @Override
    public Path home() {
        return standalone.getParent();
    }

    @Override
    public Path serverLog() {
        return standalone.resolve("log/server.log");
    }

    @Override
    public Path accessLog() {
        return standalone.resolve("log/access_log.log");
    }

    @Override
    public Child process() {
        return process;
    }

    private void awaitDeployment(Path war) {
        var deployed = Path.of(war + ".deployed");
        var failed = Path.of(war + ".failed");
        var deadline = Instant.now().plus(PATIENCE);
        while (!Files.exists(deployed)) {
            if (process.endsWithin(LOOK_AGAIN)
                    || Files.exists(failed)
                    || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The application did not start; see " + serverLog() + "\n" + errors());
            }
        }
    }

    private String errors() {
        try (var lines = Files.lines(serverLog())) {
            return lines.filter(line -> line.contains(" ERROR ") || line.contains("Caused by"))
                    .limit(12)
                    .collect(Collectors.joining("\n"));
        } catch (IOException noLog) {
            return "(no log: " + noLog.getMessage() + ")";
        }
    }

    private static void deleteOldLog(Path log) {
        try {
            Files.deleteIfExists(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
