package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The demo in a JVM of its own, as {@code mvn -Pdemo} starts it. */
final class DemoProcess {
    static final String ADDRESS = "127.0.0.2";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path said;

    private DemoProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    static DemoProcess start(Path project, Ports ports) {
        var command = new ProcessBuilder(
                // As a terminal starts it: a build in the background ignores Ctrl-C, and so would all that it starts.
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Ddemo.project=" + project,
                "-Ddemo.address=" + ADDRESS,
                "-Dport.offset=" + ports.offset(),
                "-classpath",
                System.getProperty("java.class.path"),
                Demo.class.getName());
        try {
            var said = Files.createTempFile(project, "demo", ".txt");
            return new DemoProcess(
                    command.redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start(),
                    said);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @return all that it printed once it stands */
    String box() {
        await().atMost(PATIENCE).until(() -> said().contains("└") || !process.isAlive());
        return said();
    }

    String said() {
        try {
            return Files.readString(said);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int exitCode() {
        await().atMost(PATIENCE).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** @param signal TERM, or INT as Ctrl-C sends it */
    void stop(String signal) throws IOException {
        var started = Stream.concat(process.descendants(), database().stream()).toList();
        assertThat(started).hasSizeGreaterThan(2);
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        exitCode();
        assertThat(started).allSatisfy(one -> await().until(() -> !one.isAlive()));
    }

    /** PostgreSQL detaches itself: it is nobody's descendant. */
    private Optional<ProcessHandle> database() throws IOException {
        List<String> note = Files.readAllLines(said.resolveSibling(".demo/database/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(note.get(0)));
    }

    void destroy() {
        process.destroy();
        exitCode();
    }
}
