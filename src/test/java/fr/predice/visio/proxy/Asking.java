package fr.predice.visio.proxy;

import fr.predice.visio.stack.Node;
import fr.predice.visio.support.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Who answers through a proxy, and what. */
final class Asking {
    private Asking() {}

    /** What a command of the sheet prints. */
    static String shell(String command) throws IOException {
        var process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** Whether a page comes from this server now. */
    static boolean answers(Node server, Visitor visitor) throws IOException {
        var before = asked(server);
        return visitor.get("/prerequis").statusCode() == 200 && asked(server) > before;
    }

    /** A server that nobody has asked yet has not begun its log. */
    static String log(Node server) throws IOException {
        return Files.exists(server.accessLog()) ? Files.readString(server.accessLog()) : "";
    }

    private static long asked(Node server) throws IOException {
        return log(server)
                .lines()
                .filter(line -> line.contains(" /prerequis 200"))
                .count();
    }
}
