package fr.predice.visio.messaging;

import fr.predice.visio.stack.Database;
import fr.predice.visio.support.OvhStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The test's hand on a {@link DispatcherNode}: starts it, and kills it as {@code kill -9} does. */
record DispatcherProcess(Process process) {
    /** @param log to which it adds what it has to say */
    static DispatcherProcess start(Database database, OvhStandIn ovh, Path log) {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                DispatcherNode.class.getName());
        // By the environment: every user of the machine may read arguments.
        command.environment()
                .putAll(Map.of(
                        "NODE_URL", database.url(),
                        "NODE_ROLE", database.role(),
                        "NODE_PASS", database.password(),
                        "NODE_OVH", ovh.endpoint()));
        try {
            return new DispatcherProcess(command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean ended() {
        return !process.isAlive();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }
}
