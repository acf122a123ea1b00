package fr.predice.visio.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * nginx's second file, for the card's name, and what it says at its head of how the portal's own file changes.
 *
 * @param samples the folder of the files that hospitals get
 * @param name of the card's listener, {@code port} where it is
 */
record NginxCards(Path samples, String name, int port) {
    private static final Pattern FOR_THE_PORTAL = Pattern.compile("(?m)^#     ([^;\n]+;)");
    private static final String SOCKET = "unix:/run/visio-portal.sock";
    private static final String MODULE = "/usr/lib/nginx/modules/ngx_stream_module.so";

    /** What the portal's file says instead of port 443. */
    Map<String, String> portal(Path home) throws IOException {
        var told = FOR_THE_PORTAL
                .matcher(sample())
                .results()
                .map(line -> line.group(1))
                .collect(Collectors.joining("\n    "));
        var listen = FrontProxy.fitted(told, Map.of(SOCKET, socket(home)));
        var changes = new LinkedHashMap<String, String>();
        changes.put("listen 443 ssl http2 default_server;", listen.replaceFirst(";", " default_server;"));
        changes.put("listen 443 ssl http2;", listen);
        return changes;
    }

    /** Lines of the main file, with the second one beside it. @param secure the port that belongs to both names */
    String main(Path home, int secure) throws IOException {
        var changes = new LinkedHashMap<String, String>();
        changes.put("carte.example.org", name);
        changes.put("127.0.0.1:8444", "127.0.0.1:" + port);
        changes.put("listen 443;", "listen 127.0.0.1:" + secure + ";");
        changes.put(SOCKET, socket(home));
        var file = Files.writeString(home.resolve("card.conf"), FrontProxy.fitted(sample(), changes));
        return "load_module %s;\ninclude %s;\n".formatted(MODULE, file);
    }

    private String sample() throws IOException {
        return Files.readString(samples.resolve("nginx-card.conf"));
    }

    private static String socket(Path home) {
        return "unix:" + home.resolve("portal.sock");
    }
}
