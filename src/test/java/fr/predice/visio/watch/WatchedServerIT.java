package fr.predice.visio.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.Device;
import fr.predice.visio.support.Meeting;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server as those see it who watch it, and those whose call it carries, while all is well and while it is not. */
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WatchedServerIT {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final double POOL = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    // A timer that failed, and a call of a bean that did: WildFly writes a trace with each.
    private static final String TIMER_FAILED = "WFLYEJB0020";
    private static final String CALL_FAILED = "WFLYEJB0034";
    private static final Pattern MAIL_AWAY = Pattern.compile("\"name\":\"mail\"[^}]*\"problem\":\"away\"");
    private static final Pattern REFERENCE = Pattern.compile("\\b[0-9A-F]{4}-[0-9A-F]{4}\\b");

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    private static Stack stack;
    private static Visitor probes;
    private static Path drainFile;

    @BeforeAll
    static void start() {
        drainFile = Path.of("target/it-watched/drain").toAbsolutePath();
        var settings = new HashMap<>(Map.of("VISIO_MAIL_GATEWAY", "smtp", "VISIO_SMTP_PORT", "9")); // Nobody's
        settings.putAll(Map.of("VISIO_MAIL_FROM", "visio@example.org", "VISIO_METRICS_TOKEN", TOKEN));
        settings.put("VISIO_DRAIN_FILE", drainFile.toString());
        stack = Stack.startDemo("it-watched", settings);
        probes = new Visitor("http://127.0.0.1:" + stack.healthPort());
    }

    @AfterEach
    void takesCallsAgain() throws IOException {
        Files.deleteIfExists(drainFile);
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

        var before = log().length();
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
        var meanwhile = log().substring(before);
        assertThat(meanwhile.lines().filter(line -> line.contains("State of database")))
                .hasSize(2);
        assertThat(meanwhile).doesNotContain(TIMER_FAILED);
        assertThat(meanwhile.lines().filter(line -> line.contains(CALL_FAILED))).hasSizeLessThan(10);
        await().atMost(PATIENCE)
                .until(() -> organizer.visitor().get("/pro/visio").statusCode() == 200);
        meeting.sides().forEach(side -> side.witness().cutSockets());
        meeting.bothSeeAndHear();
    }

    @Test
    void saysInWordsThatTheDiskOfTheDatabaseIsFull() throws Exception {
        assumeTrue(FullDisk.isPossible(), "root alone mounts a disk: the full one is left out");
        var administrator = new Portal(stack.address()).signInToAdministrate(TestAccount.openAdministrator(stack));
        var organizer = new Portal(stack.address()).signIn(TestAccount.open(stack));
        var room = organizer.invite(TestAccount.someNumber());
        try (var full = FullDisk.under(stack, drainFile.resolveSibling("full-disk"))) {
            await().atMost(PATIENCE).until(() -> ready().body().contains("\"problem\":\"full\""));
            assertThat(ready().statusCode()).isEqualTo(503);
            assertThat(administrator.visitor().get("/admin/etat").body())
                    .contains(Tongue.FRENCH.of("watch", "watch.database.full"));

            var look =
                    new Visitor(stack.address()).postJson("/api/guest/look", "{\"token\":\"AAAAAAAAAAAAAAAAAAAAAA\"}");
            assertThat(look.statusCode()).isEqualTo(503);
            assertThat(look.headers().firstValue("Retry-After")).isPresent();
            var ticket = organizer.visitor().postJson("/api/pro/rooms/" + room + "/ticket", "{}");
            assertThat(ticket.statusCode()).isEqualTo(503);
            assertThat(ticket.headers().firstValue("Retry-After")).isPresent();
            assertThat(invite(organizer, TestAccount.someNumber()).body())
                    .contains(Tongue.FRENCH.page("invite.impossible"));
        }
        await().atMost(PATIENCE).until(() -> ready().statusCode() == 200);
    }

    @Test
    void saysInWordsThatMailIsAway() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(ready().body()).containsPattern("\"name\":\"mail\"[^}]*\"problem\":\"away\""));
        var administrator = new Portal(stack.address()).signInToAdministrate(TestAccount.openAdministrator(stack));
        assertThat(administrator.visitor().get("/admin/etat").body())
                .contains(Tongue.FRENCH.of("watch", "watch.mail.away"));

        var organizer = new Portal(stack.address());
        organizer.givePassword(TestAccount.open(stack).identifier(), Portal.PASSWORD, "MAIL");
        assertThat(organizer.visitor().get("/code").body())
                .contains(Tongue.FRENCH.page("code.mailDelay"), Tongue.FRENCH.page("code.use.SMS"));
        for (var promise : List.of("/inscription-envoyee", "/mail-envoye")) {
            assertThat(organizer.visitor().get(promise).body()).contains(Tongue.FRENCH.page("mail.delay"));
        }
    }

    /**
     * From the script of the release, which {@code systemctl stop} runs first, to the server that is back. Before the
     * others, whose rooms it would wait for.
     */
    @Test
    @Order(1)
    void letsCallsEndBeforeItStopsAndKeepsThoseThatGoOn() throws Exception {
        var people = new People(stack);
        var meeting = people.meetByHand(
                        browsers.desk(Tongue.FRENCH),
                        browsers.phone(Tongue.FRENCH).expectRefusal(503))
                .bothSeeAndHear();
        var organizer = new Portal(stack.address()).signIn(TestAccount.open(stack));
        var later = TestAccount.someNumber();
        var room = organizer.invite(later);

        var stopping = stack.script(
                "wildfly/drain.sh",
                Map.of(
                        "VISIO_DRAIN_FILE",
                        drainFile.toString(),
                        "DRAIN_LIMIT",
                        "120",
                        "HEALTH_URL",
                        "http://127.0.0.1:" + stack.healthPort() + "/health/ready"));
        await().atMost(PATIENCE).until(() -> ready().statusCode() == 503);
        assertThat(ready().body()).contains("\"DRAINING\"", "\"calls\":1");
        assertThat(probes.get("/health/live").statusCode()).isEqualTo(200);

        var another = TestAccount.someNumber();
        assertThat(invite(organizer, another).body())
                .contains(Tongue.FRENCH.page("invite.stopping"), "value=\"" + another + "\"");
        var corrected = organizer
                .visitor()
                .postJson("/api/pro/invitations/" + room + "/correct", "{\"mobile\":\"" + another + "\"}");
        assertThat(corrected.statusCode()).isEqualTo(503);
        assertThat(corrected.body()).contains("\"refused\"", Tongue.FRENCH.page("invite.stopping"));
        assertThat(people.messagesTo(another)).isEmpty();
        var ticket = organizer.visitor().postJson("/api/pro/rooms/" + room + "/ticket", "{}");
        assertThat(ticket.statusCode()).isEqualTo(503);
        assertThat(ticket.body()).contains("\"stopping\"");
        var early = people.guest(
                        browsers.phone(Tongue.FRENCH).expectRefusal(503).expectComplaint("net::ERR_"))
                .open(people.linkTo(later));
        early.hears("guest.stopping");

        meeting.sides().forEach(side -> side.witness().cutSockets());
        meeting.guest().page().reload();
        meeting.guest().resume();
        meeting.bothSeeAndHear();
        assertThat(stopping.isAlive()).isTrue();

        meeting.guest().leave();
        meeting.organizer().leave();
        assertThat(stopping.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(stopping.getInputStream().readAllBytes()))
                .contains("rooms open: 1", "no room is open: stopping");
        assertThat(stopping.exitValue()).isZero();

        // As if the stop had been called off: whoever came too early is let in without having pressed anything.
        Files.delete(drainFile);
        early.join();
        var back = people.organizer(restarted());
        back.signedIn(organizer).open("/pro/salle?invitation=" + room);
        outlivesARestart(new Meeting(back, early, later, "").bothSeeAndHear());
    }

    /** What an earlier stop left behind does not keep the server from taking calls. */
    private static void outlivesARestart(Meeting meeting) throws IOException {
        var connections = connections(meeting);
        Files.createFile(drainFile);

        stack.restart(Map.of());

        assertThat(drainFile).doesNotExist();
        meeting.guest().witness().seesNewFrames();
        // News of the camera goes through the server: both are back there.
        meeting.guest().toggleCamera();
        await().atMost(PATIENCE)
                .until(() -> meeting.organizer().sentence("room.far.camera").isVisible());
        assertThat(connections(meeting)).isEqualTo(connections);
    }

    /** A server that comes back refuses for a moment, has no pages yet, and knows the session again a moment later. */
    private static Device restarted() {
        return browsers.desk(Tongue.FRENCH)
                .expectComplaint("net::ERR_")
                .expectRefusal(503)
                .expectRefusal(404)
                .expectRefusal(401);
    }

    private static List<Integer> connections(Meeting meeting) {
        return meeting.sides().map(side -> side.witness().connections()).toList();
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
                        "visio_requests_seconds_count{method=\"GET\",route=\"/connexion\",status=\"2xx\"}",
                        "visio_requests_seconds_count{method=\"POST\",route=\"/api/guest/redeem\",status=\"2xx\"}",
                        "visio_requests_seconds_count{method=\"POST\","
                                + "route=\"/api/pro/rooms/{invitation}/ticket\",status=\"2xx\"}");
        var now = figures();
        assertThat(now.get("visio_pool_waits_total")).isNotNaN();
        // The two are read one after the other.
        assertThat(now.get("visio_pool_used") + now.get("visio_pool_available")).isCloseTo(POOL, within(3.0));
    }

    @Test
    void hidesItsFiguresFromEverybodyElse() {
        var stranger = new Visitor(stack.address());
        stranger.get("/made-up-" + TOKEN);
        stranger.get("/api/made-up-" + TOKEN);
        stranger.get("/api/pro/rooms/made-up-" + TOKEN + "/presence");

        assertThat(stranger.get("/metrics").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/metrics", "Authorization", "Bearer ").statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/metrics", "Authorization", "Bearer " + TOKEN + "0")
                        .statusCode())
                .isEqualTo(404);
        assertThat(figures().keySet()).noneMatch(name -> name.contains("made-up"));
    }

    private static Map<String, Double> figures() {
        return Figures.read(new Visitor(stack.address()).get("/metrics", "Authorization", "Bearer " + TOKEN));
    }

    private static HttpResponse<String> invite(Portal organizer, String number) {
        var visitor = organizer.visitor();
        var page = visitor.get("/pro/visio").body();
        return visitor.submit("/pro/visio", page, "invitation", "invite", Map.of("mobile", number));
    }

    private static String log() throws IOException {
        return Files.readString(stack.serverLog());
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
        assertThat(log()).contains("Reference " + said.group() + ": no database");
    }
}
