package fr.predice.visio.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Crawl;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(StackExtension.class)
class PortalIT {
    private static Stack stack;

    private Visitor visitor;

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
    }

    @BeforeEach
    void arrive() {
        visitor = new Visitor(stack.address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/connexion", "/r", "/demo/boite", "/nulle-part", "/test-materiel"})
    void everyAnswerCarriesTheHeaders(String path) {
        var headers = visitor.get(path).headers();

        assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/r", "/nulle-part", "/demo/boite", "/prerequis", "/test-materiel"})
    void openPagesOpenNoSession(String path) {
        visitor.get(path);

        assertThat(visitor.cookies()).isEmpty();
    }

    /** Each page, for whoever is nobody, invites, or administrates; and the way to the support from each. */
    @ParameterizedTest
    @EnumSource
    void leadsNowhereInVain(Tongue tongue) {
        var organizer = new Portal(stack.address()).signIn(TestAccount.open(stack));
        var room = organizer.invite(TestAccount.someNumber());
        var administrator = new Portal(stack.address()).signInToAdministrate(TestAccount.openAdministrator(stack));
        var seen =
                new TreeMap<>(crawl(visitor, tongue, "/", "/connexion", "/aide", "/inscription", "/demo/boite", "/r"));
        seen.putAll(crawl(organizer.visitor(), tongue, "/pro/services", "/pro/salle?invitation=" + room));
        seen.putAll(crawl(administrator.visitor(), tongue, "/admin/demandes"));

        assertThat(seen).hasSizeGreaterThan(50).containsKeys("/aide/fiche-1", "/r/ar", "/compte", "/admin/etat");
        seen.keySet().removeIf(page -> page.startsWith("/r/") || page.equals("/r") || page.contains("lang="));
        assertThat(seen)
                .allSatisfy((page, text) ->
                        assertThat(text).as(page).contains(tongue.page("support.title"), "href=\"/test-materiel\""));
        // Each has a title of its own; what follows the question only fills the page.
        var titles = seen.keySet().stream()
                .collect(Collectors.groupingBy(
                        page -> seen.get(page).replaceAll("(?s).*<title>\\s*|\\s*</title>.*", ""),
                        Collectors.mapping(page -> page.replaceFirst("[?].*", ""), Collectors.toSet())));
        assertThat(titles)
                .allSatisfy((title, pages) -> assertThat(pages).as(title).hasSize(1));
        assertThat(titles.keySet()).allMatch(title -> title.matches(".{3,} – .{3,}"));
    }

    private static Map<String, String> crawl(Visitor visitor, Tongue tongue, String... pages) {
        return new Crawl(visitor, stack.address(), "", tongue)
                .from(pages)
                .foundNothing()
                .pages();
    }

    @Test
    void theSessionCookieIsForThisHostAloneAndNoScript() {
        var cookie =
                visitor.get("/connexion").headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie)
                .startsWith("__Host-session=")
                .containsIgnoringCase("; secure")
                .containsIgnoringCase("; httponly");
        assertThat(cookie).containsIgnoringCase("; path=/").containsIgnoringCase("; samesite=lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pro/services", "/pro/visio", "/pro/salle", "/pro/nulle-part"})
    void organizersPagesAreClosedToOthers(String path) {
        var answer = visitor.get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/connexion?retour=");
    }

    @ParameterizedTest
    @CsvSource({
        "/nulle-part, 404, n’existe",
        "/index.xhtml, 403, ouverte",
        "/v/0000000000/nulle-part.css, 404, n’existe"
    })
    void errorsHaveAPageOfOursWithAReferenceThatTheLogKnows(String path, int status, String words) throws Exception {
        isOurs(visitor.get(path), status, words, stack);
    }

    @Test
    void aRoomThatIsOverOrWasNeverTheirsHasAPageOfOursToo() throws Exception {
        var portal = new Portal(stack.address()).signIn(TestAccount.open(stack));
        var room = "/pro/salle?invitation=" + portal.invite(TestAccount.someNumber());
        assertThat(portal.visitor().get(room).statusCode()).isEqualTo(200);
        portal.visitor().postJson("/api/pro/rooms/" + room.split("=")[1] + "/end", "{}");

        isOurs(portal.visitor().get(room), 410, "plus ouverte", stack);
        isOurs(portal.visitor().get("/pro/salle?invitation=" + UUID.randomUUID()), 404, "n’existe", stack);
        isOurs(portal.visitor().get("/pro/salle"), 404, "n’existe", stack);
    }

    static void isOurs(HttpResponse<String> answer, int status, String words, Stack stack) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words).doesNotContain("Exception", "WildFly", "Undertow");
        var reference = Pattern.compile("class=\"reference\">[^<]*<strong>([0-9A-F]{4}-[0-9A-F]{4})<")
                .matcher(answer.body());
        assertThat(reference.find()).isTrue();
        assertThat(Files.readString(stack.serverLog())).contains("Reference " + reference.group(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/WEB-INF/errors/404.xhtml",
                "/v/0000000000/../WEB-INF/web.xml",
                "/v/0000000000/../../WEB-INF/web.xml",
                "/v/0000000000/%2e%2e/WEB-INF/web.xml",
                "/v/0000000000/..;/WEB-INF/web.xml",
                "/v/../WEB-INF/web.xml",
                "/v/0000000000/WEB-INF/web.xml",
                "/assets/../WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF"
            })
    void whatIsOursAloneIsNotServed(String path) {
        assertThat(visitor.get(path).statusCode()).isIn(400, 403, 404);
    }

    @Test
    void speaksTheBrowsersLanguageOrTheChosenOne() {
        assertThat(visitor.get("/").body()).contains("lang=\"fr\"", "Authentification forte");
        assertThat(new Visitor(stack.address(), "en-GB,en;q=0.9").get("/").body())
                .contains("lang=\"en\"");
        assertThat(new Visitor(stack.address(), "de").get("/").body()).contains("lang=\"fr\"");

        visitor.get("/?lang=en");
        assertThat(visitor.get("/").body()).contains("lang=\"en\"").doesNotContain("Authentification forte");
        assertThat(visitor.get("/?lang=xx").body()).contains("lang=\"en\"");
    }

    @Test
    void refusesWhatAnotherSitesPageSends() {
        var portal = new Portal(stack.address()).signIn(TestAccount.open(stack));
        for (var header : new String[][] {
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        }) {
            assertThat(portal.visitor().post("/pro/visio", "x=y", header).statusCode())
                    .isEqualTo(403);
            assertThat(visitor.postJson("/api/guest/look", "{}", header).statusCode())
                    .isEqualTo(403);
        }
        assertThat(visitor.post("/api/guest/look", "token=x").statusCode()).isEqualTo(415);
    }

    @Test
    void asksKindlyAgainWhenAPageWaitedTooLong() {
        var page = visitor.get("/connexion").body();
        var stranger = new Visitor(stack.address());

        var answer = stranger.submit("/connexion", page, "signin", "send", Map.of());

        assertThat(answer.statusCode()).isLessThan(500);
        var shown = answer.statusCode() == 302
                ? stranger.get(answer.headers().firstValue("Location").orElseThrow())
                : answer;
        assertThat(shown.body()).contains("restée ouverte trop longtemps");
    }

    @Test
    void tellsWhoseSessionIsOverWhyTheSignInIsAsked() {
        visitor.cookie("__Host-session", "over");
        var asked = visitor.get("/pro/visio").headers().firstValue("Location").orElseThrow();

        assertThat(asked).endsWith("/connexion?retour=%2Fpro%2Fvisio&expire=1");
        assertThat(visitor.get("/connexion?retour=%2Fpro%2Fvisio&expire=1").body())
                .contains("restée ouverte trop longtemps");
    }

    @Test
    void theLanguageLinkNeverLeavesTheSite() {
        assertThat(visitor.get("//evil.example/x").body()).doesNotContain("href=\"//");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "{\"token\":7}", "[[[[[[[[[[[[[[[[[[[["})
    void answersNonsenseWithoutAWordOfItself(String body) {
        var answer = visitor.postJson("/api/guest/redeem", body);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "RESTEASY", "jakarta", "JSON");
    }

    @Test
    void slowCallersHoldUpNobody() throws Exception {
        var address = URI.create(stack.address());
        var slow = new ArrayList<Socket>();
        try {
            for (var caller = 0; caller < 60; caller++) {
                var socket = new Socket(address.getHost(), address.getPort());
                slow.add(socket);
                socket.getOutputStream()
                        .write(("POST /api/guest/look HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 1000\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void speaksNothingButHttpAndWebSocket() throws Exception {
        var address = URI.create(stack.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: jboss-remoting\r\n"
                                    + "Sec-JbossRemoting-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var status = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            assertThat(status).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void showsTheServicesAndOnlyTheWaysInThatTheSiteHas() {
        var services = new Portal(stack.address())
                .signIn(TestAccount.open(stack))
                .visitor()
                .get("/pro/services")
                .body();

        assertThat(services).contains("Service de télé médecine 3", "href=\"/pro/visio\"");
        assertThat(services).contains("Annuaire", "href=\"https://annuaire.example.org/\"");
        assertThat(visitor.get("/").body()).contains("href=\"/inscription\"").doesNotContain("Lecteur CPS");
    }

    @Test
    void versionedFilesAreKeptForGoodAndOthersNot() {
        var asset = Pattern.compile("/v/[0-9a-f]{10}/theme/tokens\\.css")
                .matcher(visitor.get("/r").body());
        assertThat(asset.find()).isTrue();

        assertThat(visitor.get(asset.group())
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow())
                .contains("immutable");
        var former = visitor.get("/v/0000000000/theme/tokens.css");
        assertThat(former.statusCode()).isEqualTo(200);
        assertThat(former.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET actor = 'x'",
                "DELETE FROM audit_event",
                "TRUNCATE audit_event",
                "UPDATE purge_register SET erased = 1",
                "DELETE FROM purge_register",
                "TRUNCATE purge_register",
                "DROP TABLE account",
                "CREATE TABLE mine (id integer)",
                "DELETE FROM flyway_schema_history"
            })
    void theApplicationsRoleCannotChangeTablesOrTheTrail(String attempt) throws SQLException {
        try (var connection = stack.databaseAsApplication();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attempt)).isInstanceOf(SQLException.class);
        }
    }
}
