package fr.predice.visio.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process of ours: it writes to a log of its own, and closing it asks kindly before it insists. */
final class Child implements AutoCloseable {
    private static final Duration KINDNESS = Duration.ofSeconds(20);

    /** Of the serial collector. */
    private static final Pattern USED = Pattern.compile("generation +total \\d+K, used (\\d+)K");

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    static Child start(String name, ProcessBuilder command, Path log, Leftovers leftovers) {
        try {
            Files.createDirectories(log.getParent());
            var process = command.redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(log.toFile())
                    .start();
            leftovers.remember(name, process.toHandle());
            return new Child(process);
        } catch (IOException failure) {
            throw new IllegalStateException(name + " did not start", failure);
        }
    }

    /** True once it has ended, within the time given. */
    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    CompletableFuture<?> end() {
        return process.onExit();
    }

    /** What a tool of the JDK says of this process. */
    String tool(String name, String question) {
        var program = Path.of(System.getProperty("java.home"), "bin", name).toString();
        try {
            var asked = new ProcessBuilder(program, String.valueOf(process.pid()), question)
                    .redirectErrorStream(true)
                    .start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param signal e.g. {@code USR2} */
    void tell(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    long heapHeld() {
        tool("jcmd", "GC.run");
        return heapUsed();
    }

    /** As the Java machine itself says. */
    long heapUsed() {
        var told = tool("jcmd", "GC.heap_info");
        var sum = USED.matcher(told)
                .results()
                .mapToLong(part -> Long.parseLong(part.group(1)))
                .sum();
        if (sum == 0) {
            throw new IllegalStateException(told);
        }
        return sum * 1024;
    }

    /** At once, and without a word. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        if (!endsWithin(KINDNESS)) {
            process.destroyForcibly().onExit().join();
        }
    }
}
