package fr.predice.visio.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the benchmarks need of npm: in a folder of its own, and installed only for them. */
final class Npm {
    private static final Path FOLDER = Path.of("src/test/js/bench");
    private static final String INSTALL_AND_RUN = """
            [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund >&2
            exec node "$@"
            """;

    private Npm() {}

    static ProcessBuilder node(String... arguments) {
        var command = Stream.concat(Stream.of("sh", "-c", INSTALL_AND_RUN, "sh"), Stream.of(arguments));
        return new ProcessBuilder(command.toList()).directory(FOLDER.toFile());
    }

    static String script(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
