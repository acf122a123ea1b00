package fr.predice.visio.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The coturn file that hospitals get, filled in as an administrator does. */
final class CoturnFile {
    private final List<String> lines;

    private CoturnFile(List<String> lines) {
        this.lines = new ArrayList<>(lines);
    }

    static CoturnFile of(Path project) {
        try {
            return new CoturnFile(Files.readAllLines(project.resolve("src/release/coturn/turnserver.conf")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Changes the line of that name. */
    CoturnFile with(String name, Object value) {
        return change(name + "=", name + "=" + value);
    }

    /** Fills in the first line of that name that is commented out. */
    CoturnFile filled(String name, Object value) {
        return change("#" + name + "=", name + "=" + value);
    }

    private CoturnFile change(String start, String line) {
        for (var place = 0; place < lines.size(); place++) {
            if (lines.get(place).startsWith(start)) {
                lines.set(place, line);
                return this;
            }
        }
        throw new IllegalArgumentException("no line " + start);
    }

    /** What the file has no line for. */
    CoturnFile and(String line) {
        lines.add(line);
        return this;
    }

    void write(Path file) {
        try {
            OwnerOnly.create(file);
            Files.write(file, lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
