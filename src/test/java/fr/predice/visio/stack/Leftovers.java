package fr.predice.visio.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Remembers what was started, so that the next start can stop what a killed one left running. */
final class Leftovers {
    private static final Duration KINDNESS = Duration.ofSeconds(15);

    private final Path home;
    private final Path file;

    Leftovers(Path home) {
        this.home = home;
        this.file = home.resolve("running.properties");
    }

    void remember(String name, ProcessHandle process) {
        var running = read();
        running.setProperty(name, process.pid() + " " + started(process));
        write(running);
    }

    void forget() {
        write(new Properties());
    }

    /** Another living process of that name, if one was remembered. */
    Optional<ProcessHandle> living(String name) {
        return Optional.ofNullable(read().getProperty(name)).flatMap(Leftovers::process);
    }

    void stop() {
        var running = read();
        running.stringPropertyNames().stream()
                .flatMap(name -> process(running.getProperty(name)).stream())
                .forEach(Leftovers::stop);
        postmaster().ifPresent(Leftovers::stop);
        forget();
    }

    /** A pid alone may be another program's by now: the start time must be the same too. */
    private static Optional<ProcessHandle> process(String pidAndStart) {
        var parts = pidAndStart.split(" ");
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> Long.toString(started(process)).equals(parts[1]));
    }

    /**
     * PostgreSQL detaches itself and keeps its own note: pid on the first line, start in epoch seconds on the third.
     */
    private Optional<ProcessHandle> postmaster() {
        var note = home.resolve("database/postmaster.pid");
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(note);
            var started = Long.parseLong(lines.get(2));
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(process -> Math.abs(started(process) / 1000 - started) <= 5);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(KINDNESS.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException | java.util.concurrent.ExecutionException interrupted) {
            throw new IllegalStateException("could not stop process " + process.pid(), interrupted);
        }
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private Properties read() {
        var running = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                running.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return running;
    }

    private void write(Properties running) {
        try {
            Files.createDirectories(home);
            try (var writer = Files.newBufferedWriter(file)) {
                running.store(writer, null);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
