package fr.predice.visio.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server as those see it who watch it, and those whose call it carries, while all is well and while it is not. */
@Order(3)
class WatchedServerIT {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern REFERENCE = Pattern.compile("\\b[0-9A-F]{4}-[0-9A-F]{4}\\b");

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    private static Stack stack;
    private static Visitor probes;

    @BeforeAll
    static void start() {
        stack = Stack.startDemo("it-watched", Map.of("VISIO_METRICS_TOKEN", TOKEN));
        probes = new Visitor("http://127.0.0.1:" + stack.healthPort());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void saysInWordsThatTheDatabaseIsAwayWhileACallGoesOn() throws Exception {
        var administrator = new Portal(stack.address()).signInToAdministrate(TestAccount.openAdministrator(stack));
        var organizer = new Portal(stack.address()).signIn(TestAccount.open(stack));
        var meeting = new People(stack)
                .meetByHand(browsers.desk(Tongue.FRENCH), browsers.phone(Tongue.FRENCH))
                .bothSeeAndHear();
        await().atMost(PATIENCE).until(() -> ready().statusCode() == 200);
        assertThat(ready().body()).contains("\"name\":\"outbox\"", "\"oldestSeconds\":0", "\"freeMegabytes\":");
        assertThat(probes.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(probes.get("/health/started").body()).contains("\"name\":\"schema\"", "\"level\":");
        assertThat(administrator.visitor().get("/admin/etat").body())
                .contains("Base de données", "Version des tables", Tongue.FRENCH.of("watch", "watch.level.fine"));
        assertThat(organizer.visitor().get("/admin/etat").statusCode()).isEqualTo(403);
        assertThat(new Visitor(stack.address()).get("/admin/etat").statusCode()).isEqualTo(302);

        stack.loseDatabase();
        try {
            await().atMost(PATIENCE).until(() -> ready().statusCode() == 503);
            assertThat(ready().body()).contains("\"problem\":\"away\"").doesNotContain("127.0.0.1", "visio_app");
            assertThat(probes.get("/health/live").statusCode()).isEqualTo(200);

            assertSaysSo(organizer.visitor().get("/pro/visio"), Tongue.FRENCH);
            assertSaysSo(administrator.visitor().get("/admin/etat?lang=en"), Tongue.ENGLISH);
            assertThat(new Portal(stack.address())
                            .givePassword("nobody", Portal.PASSWORD, "SMS")
                            .body())
                    .contains("notice-refused");
            var stranger = new Visitor(stack.address());
            assertThat(stranger.get("/r").statusCode()).isEqualTo(200);
            var look = stranger.postJson("/api/guest/look", "{\"token\":\"AAAAAAAAAAAAAAAAAAAAAA\"}");
            assertThat(look.statusCode()).isEqualTo(503);
            assertThat(look.headers().firstValue("Retry-After")).isPresent();
            assertThat(look.body()).contains("unreachable");

            meeting.bothSeeAndHear();
        } finally {
            stack.findDatabase();
        }

        await().atMost(PATIENCE).until(() -> ready().statusCode() == 200);
        await().atMost(PATIENCE)
                .until(() -> organizer.visitor().get("/pro/visio").statusCode() == 200);
        meeting.sides().forEach(side -> side.witness().cutSockets());
        meeting.bothSeeAndHear();
    }

    @Test
    void countsACallForWhoeverShowsTheWord() {
        var before = figures();
        var account = TestAccount.open(stack);
        new Portal(stack.address()).givePassword(account.identifier(), "not-" + Portal.PASSWORD, "SMS");
        new People(stack)
                .meetByHand(browsers.desk(Tongue.FRENCH), browsers.phone(Tongue.FRENCH))
                .bothSeeAndHear();

        await().atMost(PATIENCE).untilAsserted(() -> {
            var now = figures();
            assertThat(now.get("visio_calls_current")).isEqualTo(1);
            assertThat(now.get("visio_sockets")).isEqualTo(2);
            assertThat(now.get("visio_first_picture_seconds_count"))
                    .isGreaterThan(before.get("visio_first_picture_seconds_count"));
            for (var deed : List.of("signed_in", "password_refused", "code_sent", "invited", "joined")) {
                var name = "visio_deeds_total{deed=\"" + deed + "\"}";
                assertThat(now.get(name)).as(name).isGreaterThan(before.get(name));
            }
            var sms = "visio_messages_total{channel=\"sms\",result=\"accepted\"}";
            assertThat(now.get(sms)).isGreaterThan(before.get(sms));
        });
        assertThat(figures())
                .containsKeys(
                        "visio_rooms",
                        "visio_passwords_waiting",
                        "visio_check{check=\"database\"}",
                        "visio_check_figure{check=\"outbox\",figure=\"oldestSeconds\"}",
                        "visio_requests_seconds_count{method=\"GET\",route=\"/connexion\",status=\"2xx\"}");
    }

    @Test
    void hidesItsFiguresFromEverybodyElse() {
        var stranger = new Visitor(stack.address());
        stranger.get("/made-up-" + TOKEN);

        assertThat(stranger.get("/metrics").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/metrics", "Authorization", "Bearer ").statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/metrics", "Authorization", "Bearer " + TOKEN + "0")
                        .statusCode())
                .isEqualTo(404);
        assertThat(figures().keySet()).noneMatch(name -> name.contains("made-up"));
    }

    private static Map<String, Double> figures() {
        var answer = new Visitor(stack.address()).get("/metrics", "Authorization", "Bearer " + TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" (?=[^ ]+$)"))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Double.valueOf(pair[1])));
    }

    private static HttpResponse<String> ready() {
        return probes.get("/health/ready");
    }

    private static void assertSaysSo(HttpResponse<String> answer, Tongue tongue) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains(tongue.page("error.503.title"));
        var said = REFERENCE.matcher(answer.body());
        assertThat(said.find()).isTrue();
        assertThat(answer.headers().firstValue("X-Request-Id")).contains(said.group());
        assertThat(Files.readString(stack.serverLog())).contains("Reference " + said.group() + ": no database");
    }
}
