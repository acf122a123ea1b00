package fr.predice.visio.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.FrontProxy;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.ConsoleAttack;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.RawRequest;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.TestCertificate;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One server behind each of the proxies, with the files that hospitals get. */
class ProxyIT {
    private static final String OFFICE = "127.0.0.7";
    private static final String ELSEWHERE = "127.0.0.1";
    private static final String FORGED = "10.20.0.1";
    private static final String RECEIPTS = "0123456789abcdef0123456789abcdef";
    private static final Duration TAKE_OVER = Duration.ofSeconds(60);
    private static final int LARGEST = 131_072;

    @RegisterExtension
    static final Browsers browsers = Browsers.credulous();

    private static final Map<FrontProxy.Kind, FrontProxy> PROXIES = new EnumMap<>(FrontProxy.Kind.class);
    private static final FrontProxy BACKED = new FrontProxy(FrontProxy.Kind.HAPROXY, "it-proxies-backed");
    private static TestCertificate certificate;
    private static Stack stack;

    @BeforeAll
    static void start() {
        certificate = TestCertificate.of("dns:localhost");
        for (var kind : FrontProxy.Kind.values()) {
            PROXIES.put(kind, new FrontProxy(kind, "it-proxies-" + kind));
        }
        var origins = Stream.concat(PROXIES.values().stream(), Stream.of(BACKED))
                .map(FrontProxy::address)
                .collect(Collectors.joining(","));
        stack = Stack.startDemo(
                "it-proxies",
                Map.of(
                        "VISIO_BEHIND_PROXY",
                        "true",
                        "VISIO_PUBLIC_URL",
                        PROXIES.get(FrontProxy.Kind.HAPROXY).address(),
                        "VISIO_ALLOWED_ORIGINS",
                        origins,
                        "VISIO_ADMIN_NETWORKS",
                        OFFICE + ",10.20.0.0/16"));
        PROXIES.values()
                .forEach(proxy -> proxy.start(stack.address(), "/", certificate.keyStore(), TestCertificate.PASSWORD));
    }

    @AfterAll
    static void stop() {
        PROXIES.values().forEach(FrontProxy::close);
        stack.close();
    }

    @ParameterizedTest
    @EnumSource
    void carriesTheWholeJob(FrontProxy.Kind kind) {
        var proxy = PROXIES.get(kind);
        var people = new People(stack, proxy.address(), stack.address());
        var desk = browsers.desk(Tongue.FRENCH);
        var phone = browsers.phone(Tongue.FRENCH);
        var meeting = people.meetByHand(desk, phone).bothSeeAndHear();

        // Still by the sockets of the beginning: the bye comes that way.
        meeting.organizer().leave();
        meeting.organizer().hears("room.ended");
        meeting.guest().hears("guest.ended");
        browsers.closeAll();

        // Links are those of the public address, whichever way the organizer came.
        assertThat(people.messagesTo(meeting.number()))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text)
                        .contains(PROXIES.get(FrontProxy.Kind.HAPROXY).address() + "/r#"));
        await().untilAsserted(() -> assertThat(proxy.log()).contains("/signaling"));
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheClientsOwnAddressAndNoForgedOne(FrontProxy.Kind kind) {
        var proxy = PROXIES.get(kind);
        var lies = new String[] {
            "GET /admin/connexion HTTP/1.1",
            "Host: localhost",
            "X-Forwarded-For: " + FORGED,
            "x-forwarded-for: " + FORGED + ", " + FORGED,
            "Forwarded: for=" + FORGED,
            "X-Real-IP: " + FORGED
        };

        // The server itself believes whoever reaches it: only the proxy may.
        assertThat(RawRequest.send(stack.address(), null, ELSEWHERE, lies)).startsWith("HTTP/1.1 200");
        assertThat(RawRequest.send(proxy.address(), certificate.client(), ELSEWHERE, lies))
                .startsWith("HTTP/1.1 404");
        assertThat(RawRequest.send(proxy.address(), certificate.client(), OFFICE, lies))
                .startsWith("HTTP/1.1 200");

        var account = TestAccount.open(stack);
        var visitor = new Visitor(proxy.address(), certificate.client());
        visitor.always("X-Forwarded-For", FORGED);
        var portal = new Portal(proxy.address(), visitor);
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        portal.giveCode(Inbox.of(stack.address()).codeFor(account.mobile()));
        assertThat(new Tables(stack)
                        .texts("SELECT address FROM audit_event WHERE actor = '%s'".formatted(account.id(stack))))
                .isNotEmpty()
                .containsOnly(ELSEWHERE);
    }

    @ParameterizedTest
    @EnumSource
    void answersToItsOwnNameAlone(FrontProxy.Kind kind) {
        var proxy = PROXIES.get(kind);
        for (var page : List.of("/", "/pro/visio", "/deconnexion", "/pro", "/assets")) {
            var lied =
                    new String[] {"GET " + page + " HTTP/1.1", "Host: evil.example", "X-Forwarded-Host: evil.example"};
            assertThat(RawRequest.send(proxy.address(), certificate.client(), ELSEWHERE, lied))
                    .startsWith("HTTP/1.1 421")
                    .doesNotContain("evil");
            var half = new String[] {
                "GET " + page + " HTTP/1.1",
                "Host: localhost",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: gopher"
            };
            assertThat(RawRequest.send(proxy.address(), certificate.client(), ELSEWHERE, half))
                    .doesNotContain("evil", "gopher");
        }
        var visitor = new Visitor(proxy.address(), certificate.client());
        assertThat(visitor.postJson("/api/guest/look", "{}", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.postJson("/api/guest/look", "{}", "Origin", proxy.address())
                        .statusCode())
                .isNotEqualTo(403);

        var plain = new String[] {"GET /connexion?a=b HTTP/1.1", "Host: localhost"};
        assertThat(RawRequest.send(proxy.plainAddress(), null, ELSEWHERE, plain))
                .containsIgnoringCase("location: " + proxy.address() + "/connexion?a=b\r\n");
        var elsewhere = new String[] {"GET /connexion HTTP/1.1", "Host: evil.example"};
        assertThat(RawRequest.send(proxy.plainAddress(), null, ELSEWHERE, elsewhere))
                .doesNotContain("evil");
    }

    @ParameterizedTest
    @EnumSource
    void keepsToHttpsAndSaysKindlyWhatIsTooLarge(FrontProxy.Kind kind) throws Exception {
        var proxy = PROXIES.get(kind);
        var visitor = new Visitor(proxy.address(), certificate.client());

        var page = visitor.get("/connexion");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");

        // The answer comes before the body is sent: whoever sends at once may see the connection closed instead.
        var post = " /dev/zero | curl -sk -D - --http1.1 -H 'Expect: 100-continue' --data-binary @- " + proxy.address()
                + "/connexion";
        assertThat(Asking.shell("head -c " + (LARGEST + 1) + post))
                .containsPattern("^HTTP/[0-9.]+ 413")
                .contains("128 ko")
                .containsOnlyOnce("max-age=31536000");
        assertThat(Asking.shell("head -c " + LARGEST + post)).doesNotContainPattern("HTTP/[0-9.]+ 413");
    }

    /** Past a proxy that lets it through, HTTP/2 over a plain connection carries requests that no rule of its sees. */
    @ParameterizedTest
    @EnumSource
    void letsNobodyTalkPastIt(FrontProxy.Kind kind) {
        var upgrade = new String[] {
            "GET /prerequis HTTP/1.1", "Host: localhost", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"
        };

        assertThat(RawRequest.send(PROXIES.get(kind).address(), certificate.client(), ELSEWHERE, upgrade))
                .startsWith("HTTP/1.1 200");
        assertThat(RawRequest.send(stack.address(), null, ELSEWHERE, upgrade)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @EnumSource
    void writesDownNeitherWhoNorASecret(FrontProxy.Kind kind) {
        var proxy = PROXIES.get(kind);
        var visitor = new Visitor(proxy.address(), certificate.client());

        visitor.get("/api/sms/receipts/" + RECEIPTS + "?id=42&ptt=4");
        visitor.get("/prerequis?personne=0612345678");

        await().untilAsserted(() -> assertThat(proxy.log()).contains("/prerequis"));
        assertThat(proxy.log())
                .doesNotContain(RECEIPTS, "personne", "0612345678", "127.0.0.1 ", "127.0.0.1,", "client:");
    }

    /** So that the sheet for hospitals cannot lie: its commands, with only the addresses changed. */
    @ParameterizedTest
    @EnumSource
    void answersTheCommandsOfTheSheetAsItSays(FrontProxy.Kind kind) throws Exception {
        var proxy = PROXIES.get(kind);
        var block = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/release/proxy/LISEZMOI.md")));
        assertThat(block.find()).isTrue();
        var asked = Pattern.compile("# [^=\n].*\n(?<command>[^#].*)\n# = (?<answer>.*)\n")
                .matcher(block.group(1)
                        .replace("https://visio.example.org", proxy.address())
                        .replace("http://visio.example.org", proxy.plainAddress())
                        .replace("curl -s", "curl -sk"));

        var asking = asked.results().toList();
        assertThat(asking).hasSize(7);
        for (var one : asking) {
            assertThat(Asking.shell(one.group(1))).as(one.group(1)).isEqualTo(one.group(2));
        }
    }

    /** And only while the first is away: the two never share the work. */
    @Test
    void aSecondServerTakesOverUntilTheFirstIsBack() throws Exception {
        var link = new People(stack).invited();
        var look = "{\"token\":\"" + link.substring(link.indexOf('#') + 1) + "\"}";
        var second = stack.startNode("it-proxies-second");
        BACKED.backedBy(
                        second,
                        Path.of(stack.settings().get("VISIO_TLS_KEYSTORE")),
                        stack.settings().get("VISIO_TLS_KEYSTORE_PASSWORD"))
                .start(stack.address(), "/", certificate.keyStore(), TestCertificate.PASSWORD);
        try (BACKED) {
            var visitor = new Visitor(BACKED.address(), certificate.client());
            var past = Asking.log(second).length();
            assertThat(visitor.get("/connexion").statusCode()).isEqualTo(200);
            assertThat(Asking.log(second).substring(past)).doesNotContain("/connexion");
            var restarted = CompletableFuture.runAsync(() -> stack.restart(Map.of()));
            await().atMost(TAKE_OVER).until(() -> Asking.answers(second, visitor));
            assertThat(visitor.postJson("/api/guest/look", look, "Origin", BACKED.address())
                            .statusCode())
                    .as("the link of an invitation")
                    .isEqualTo(200);
            await().until(() -> Asking.log(second).substring(past).contains("POST /api/guest/look 200"));
            assertThat(RawRequest.send(
                            BACKED.address(),
                            certificate.client(),
                            ELSEWHERE,
                            "GET /admin/connexion HTTP/1.1",
                            "Host: localhost",
                            "X-Forwarded-For: " + FORGED))
                    .as("a forged address")
                    .startsWith("HTTP/1.1 404");

            restarted.get(4, TimeUnit.MINUTES);
            await().atMost(TAKE_OVER).during(Duration.ofSeconds(2)).until(() -> !Asking.answers(second, visitor));
            for (var proxy : PROXIES.values()) {
                var other = new Visitor(proxy.address(), certificate.client());
                await().atMost(TAKE_OVER).until(() -> other.get("/connexion").statusCode() == 200);
            }
        }
    }

    /** What a server without a proxy writes into its answers is its own too. */
    @Test
    void namesNoHostThatARequestNames() {
        for (var page : List.of(
                "/",
                "/connexion",
                "/pro",
                "/pro/",
                "/pro/visio",
                "/admin",
                "/deconnexion",
                "/compte",
                "/demo",
                "/assets",
                "/assets/call",
                "/r",
                "/inscription",
                "/nowhere",
                "/code")) {
            var answer = RawRequest.send(
                    stack.address(),
                    null,
                    ELSEWHERE,
                    "GET " + page + " HTTP/1.1",
                    "Host: evil.example",
                    "X-Forwarded-Host: evil.example",
                    "Forwarded: host=evil.example",
                    "X-Forwarded-For: " + OFFICE);
            assertThat(answer).as(page).startsWith("HTTP/1.1 ").doesNotContain("evil");
        }
    }

    /** An administrator at home has no console, by whatever address; the same at the office has. */
    @Test
    void opensTheConsoleToTheAdministratorsNetworksAlone() {
        var visitor = new Visitor(stack.address());
        visitor.always("X-Forwarded-For", OFFICE);
        var session = new Portal(stack.address(), visitor)
                .signInToAdministrate(TestAccount.openAdministrator(stack))
                .visitor()
                .cookie("__Host-session");

        new ConsoleAttack(stack.address(), OFFICE, session).findsTheContent();
        new ConsoleAttack(stack.address(), ELSEWHERE, session).findsNothing();
        for (var question : List.of("GET /admin/etat", "POST /api/admin/verification/start")) {
            assertThat(RawRequest.sendWith(
                            "{}",
                            stack.address(),
                            ELSEWHERE,
                            question + " HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: application/json",
                            "Cookie: __Host-session=" + session))
                    .startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void refusesToStartBehindAnotherPathThanItsLinksSay() {
        assertThatThrownBy(() -> Stack.startDemo(
                                "it-proxies-wrong", Map.of("VISIO_PUBLIC_URL", "https://localhost:8443/visio"))
                        .close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("VISIO_PUBLIC_URL: its path must be the one");
    }
}
