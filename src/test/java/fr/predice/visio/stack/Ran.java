package fr.predice.visio.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A program that has ended.
 *
 * @param said on both its outputs
 */
public record Ran(int status, String said) {
    public static Ran of(ProcessBuilder command) {
        try {
            var process = command.redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.onExit().join().exitValue(), said);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @throws IllegalStateException with all that it said, if it failed */
    public Ran succeeds() {
        if (status != 0) {
            throw new IllegalStateException("status " + status + ": " + said);
        }
        return this;
    }
}
