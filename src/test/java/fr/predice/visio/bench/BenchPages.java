package fr.predice.visio.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The server of the pages that ours is measured beside; it ends with this JVM. */
final class BenchPages implements AutoCloseable {
    private static final String INSTALL_AND_START = """
            [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund >&2
            exec node server.js""";
    private static final Pattern PORT = Pattern.compile("port (\\d+)");

    private final Process process;
    private final String address;

    private BenchPages(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static BenchPages start() {
        try {
            var process = Npm.node("server.js")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new BenchPages(process, "http://localhost:" + port(process.inputReader(StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String port(BufferedReader said) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            var port = PORT.matcher(line);
            if (port.matches()) {
                return port.group(1);
            }
        }
        throw new IOException("the server of the other pages did not start");
    }

    String address(String name) {
        return address + "/" + name;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
