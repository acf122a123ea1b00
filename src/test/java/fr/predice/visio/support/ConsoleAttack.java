package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The console's pages and its API, asked for as no client writes them: byte by byte, in the spellings that have opened
 * other servers, because a guard read another path than the one that was served.
 */
public final class ConsoleAttack {
    private static final String PAGE = "/admin/etat";
    private static final String API = "/api/admin/verification/start";
    /** What only who may see them gets. */
    private static final String[] CONTENT = {"check-database", "\"iceServers\""};

    private static final List<String> BEFORE = List.of(
            "/",
            "/.",
            "/%2e",
            "/;",
            "/;a=b",
            "/x/..",
            "/x/%2e%2e",
            "/x/.%2e",
            "/x/%252e%252e",
            "/x/..;",
            "/x/..;a=b",
            "/assets/..",
            "/v/..",
            "/jakarta.faces.resource/..",
            "/pro/..",
            "/pro/..;",
            "/connexion/..",
            "/%2f",
            "/%5c");

    private static final List<String> AFTER = List.of(
            "/", "//", "/.", "/%2e", ";", ";a=b", "%3ba", ".xhtml", "%00", "%20", "%2f", "/x/..", "/%2e%2e/etat");

    private final String server;
    private final String from;
    private final String session;

    /**
     * @param from an address of this machine
     * @param session of who attacks; empty for nobody's
     */
    public ConsoleAttack(String server, String from, String session) {
        this.server = server;
        this.from = from;
        this.session = session;
    }

    /** That the plain addresses do answer, so that the attack is one. */
    public void findsTheContent() {
        assertThat(page(PAGE)).startsWith("HTTP/1.1 200").contains(CONTENT[0]);
        assertThat(api(API)).startsWith("HTTP/1.1 200").contains(CONTENT[1]);
    }

    /** No content, and nothing broken, in any spelling. */
    public void findsNothing() {
        for (var path : spellings(PAGE, "/admin")) {
            assertThat(page(path)).as(path).startsWith("HTTP/1.1 ").doesNotContain(CONTENT);
            assertThat(page(path)).as(path).doesNotStartWith("HTTP/1.1 5");
        }
        for (var path : spellings(API, "/api", "/admin")) {
            assertThat(api(path)).as(path).startsWith("HTTP/1.1 ").doesNotContain(CONTENT);
            assertThat(api(path)).as(path).doesNotStartWith("HTTP/1.1 5");
        }
    }

    private static List<String> spellings(String path, String... folders) {
        var all = new ArrayList<String>();
        all.add(path);
        all.add("http://localhost" + path);
        all.add("http://localhost/" + path);
        BEFORE.forEach(before -> all.add(before + path));
        AFTER.forEach(after -> all.add(path + after));
        for (var folder : folders) {
            var first = "%" + Integer.toHexString(folder.charAt(1));
            for (var written : List.of(
                    "/" + folder,
                    folder + "/",
                    folder + "/.",
                    folder + ";a",
                    folder + ";/",
                    folder + "/;a",
                    folder + "/..;" + folder,
                    folder + "/..%2f" + folder.substring(1),
                    folder + "%2f..",
                    "/" + first + folder.substring(2),
                    "/%25" + first.substring(1) + folder.substring(2),
                    folder.toUpperCase(Locale.ROOT))) {
                all.add(path.replaceFirst(folder, written));
            }
            all.add(path.replaceFirst(folder + "/", folder + "%2f"));
            all.add(path.replaceFirst(folder + "/", folder + "%5c"));
            all.add(path.replaceFirst(folder + "/", folder + "/..%2f" + folder.substring(1) + "/"));
        }
        return all;
    }

    private String page(String path) {
        return RawRequest.send(server, null, from, "GET " + path + " HTTP/1.1", "Host: localhost", cookie());
    }

    private String api(String path) {
        return RawRequest.sendWith(
                "{}",
                server,
                from,
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                cookie());
    }

    private String cookie() {
        return "Cookie: __Host-session=" + session;
    }
}
