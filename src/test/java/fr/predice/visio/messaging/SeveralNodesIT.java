package fr.predice.visio.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.stack.Node;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Production;
import fr.predice.visio.support.ProductionExtension;
import fr.predice.visio.support.Socket;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two production servers on one database: one that dies, a limit that both keep, and an account closed on both. */
@Order(1)
@ResourceLock("Production")
@ExtendWith(ProductionExtension.class)
class SeveralNodesIT {
    private static final int DEATHS = Boolean.getBoolean("bench") ? 3 : 1;
    private static final int AT_ONCE = 8;
    private static final int CLICKING = 4;
    private static final int CLICKS = 64;
    private static final int PER_NUMBER = 6;
    private static final Duration THINKING = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LEASE_AND_SWEEP = Duration.ofSeconds(120);

    private static final Pattern LINK = Pattern.compile("/r#(\\S{22})");
    private static final Pattern TICKET = Pattern.compile("\"ticket\":\"([^\"]+)\"");

    private static final String INVITED = """
            SELECT i.id FROM invitation i JOIN account a ON a.id = i.organizer_id WHERE a.identifier = '%s'""";
    private static final String NUMBERS = """
            SELECT i.phone FROM invitation i JOIN account a ON a.id = i.organizer_id
            JOIN outgoing_message m ON m.about = i.id WHERE a.identifier = '%s' AND m.state = '%s'""";

    private static Production production;
    private static Stack stack;
    private static Node node;

    private final TestAccount organizer = TestAccount.open(stack);
    private final Tables tables = new Tables(stack);

    @BeforeAll
    static void start(Production started) {
        production = started;
        stack = started.stack();
        node = stack.startNode("second");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void losesNoMessageAndRepeatsNoneWhenANodeDies() throws Exception {
        var shown = new ConcurrentLinkedQueue<String>();
        for (var death = 0; death < DEATHS; death++) {
            dieAtWork(shown);
            node.start();
        }
        // A minute of the lease goes by.
        tables.execute(
                "UPDATE outgoing_message SET lease_until = lease_until - interval '60 s' WHERE state = 'CLAIMED'");

        await().atMost(LEASE_AND_SWEEP)
                .until(() -> numbers(Delivery.WAITING).isEmpty()
                        && numbers(Delivery.CLAIMED).isEmpty());
        var sent = numbers(Delivery.SENT);
        var unknown = numbers(Delivery.UNKNOWN);
        report(shown, sent, unknown);
        assertThat(invited()).containsAll(shown).hasSize(sent.size() + unknown.size());
        assertThat(sent).allSatisfy(number -> assertThat(accepted(number)).isEqualTo(1));
        assertThat(unknown)
                .hasSizeBetween(1, DEATHS * AT_ONCE)
                .allSatisfy(number -> assertThat(accepted(number)).isLessThanOrEqualTo(1));
    }

    private static void report(Collection<String> shown, List<String> sent, List<String> unknown) {
        System.getLogger("test")
                .log(
                        System.Logger.Level.INFO,
                        "{0} deaths of WildFly, {1} invitations shown, {2} sent, {3} unknown of which OVH has {4}",
                        DEATHS,
                        shown.size(),
                        sent.size(),
                        unknown.size(),
                        unknown.stream().mapToInt(SeveralNodesIT::accepted).sum());
    }

    /** Invites until some SMS have left, as many as a node sends at once are leaving and more wait; then it is gone. */
    private void dieAtWork(Collection<String> shown) throws Exception {
        var portal = production.signIn(node.address(), organizer);
        var crowd = Executors.newFixedThreadPool(CLICKING);
        var clicking = IntStream.range(0, CLICKING)
                .mapToObj(i -> crowd.submit(() -> inviteUntilItDies(portal, shown)))
                .toList();
        var ovh = production.ovh();
        try {
            var sent = ovh.accepted().size();
            await().atMost(PATIENCE).until(() -> ovh.accepted().size() >= sent + AT_ONCE);
            ovh.delay(THINKING);
            await().atMost(PATIENCE)
                    .until(() -> ovh.thinking() >= AT_ONCE
                            && numbers(Delivery.WAITING).size() >= AT_ONCE);
        } finally {
            node.kill();
            ovh.delay(Duration.ZERO);
        }
        crowd.shutdown();
        for (var clicker : clicking) {
            clicker.get();
        }
    }

    private static void inviteUntilItDies(Portal portal, Collection<String> shown) {
        try {
            while (true) {
                shown.add(portal.invite(TestAccount.someNumber()).toString());
            }
        } catch (UncheckedIOException dead) {
            // As it must.
        }
    }

    @Test
    void keepsOneLimitOnBothNodes() throws Exception {
        var number = TestAccount.someNumber();
        var clicks = Stream.of(stack.address(), node.address())
                .flatMap(address -> clicks(production.signIn(address, organizer).visitor(), number))
                .toList();

        var answers = allAtOnce(clicks);

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 302).hasSize(PER_NUMBER);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 302)
                .hasSize(CLICKS - PER_NUMBER)
                .allSatisfy(refused -> assertThat(refused.body())
                        .contains("Plusieurs SMS sont déjà partis vers ce numéro en une heure"));
        assertThat(invited()).hasSize(PER_NUMBER);
        await().until(() -> numbers(Delivery.SENT).size() == PER_NUMBER);
        assertThat(production.ovh().to("+33" + number.substring(1))).hasSize(PER_NUMBER);
    }

    @Test
    void endsASessionOfOneNodeFromTheOther() {
        var there = production.signIn(node.address(), organizer).visitor();
        var session = tables.texts("SELECT s.id FROM personal_session s JOIN account a ON a.id = s.account_id"
                        + " WHERE a.identifier = '" + organizer.identifier() + "'")
                .get(0);
        var here = production.signIn(stack.address(), organizer).visitor();
        assertThat(there.get("/pro/services").statusCode()).isEqualTo(200);

        var page = here.get("/compte/connexions").body();
        here.submit("/compte/connexions", page, "sessions", "end", Map.of("end", session));

        assertThat(there.get("/pro/services").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/connexion?", "expire=1"));
        assertThat(here.get("/pro/services").statusCode()).isEqualTo(200);
    }

    /** The administrator is on one node; the professional, the invited person and their room are on the other. */
    @Test
    void endsACallAndItsSessionOnTheNodeWhereNobodySuspended() throws Exception {
        var number = TestAccount.someNumber();
        var professional = production.signIn(node.address(), organizer);
        var room = professional.invite(number);
        var link = production.newestSms("+33" + number.substring(1), LINK);
        var seat =
                "{\"token\":\"" + link + "\",\"seat\":\"" + SecretToken.random().text() + "\"}";
        var guest = new Visitor(node.address());
        try (var desk = seated(professional.visitor().postJson("/api/pro/rooms/" + room + "/ticket", "{}"));
                var phone = seated(guest.postJson("/api/guest/redeem", seat))) {
            assertThat(desk.nextText()).contains("present");

            suspend(organizer);

            assertThat(phone.nextText()).isEqualTo("{\"type\":\"ended\"}");
            assertThat(phone.closed()).isEqualTo(4410);
            assertThat(desk.nextText()).isEqualTo("{\"type\":\"ended\"}");
        }
        assertThat(professional.visitor().get("/pro/services").statusCode()).isEqualTo(302);
        assertThat(guest.postJson("/api/guest/ticket", seat).body()).contains("ended");
    }

    private static Socket seated(HttpResponse<String> admitted) throws Exception {
        var ticket = TICKET.matcher(admitted.body());
        assertThat(ticket.find()).as(admitted.body()).isTrue();
        var socket = Socket.open(node.address(), node.address());
        socket.hello(ticket.group(1));
        assertThat(socket.nextText()).contains("welcome");
        return socket;
    }

    private static void suspend(TestAccount whom) {
        var administrator = TestAccount.openAdministrator(stack);
        var portal = new Portal(stack.address());
        portal.givePassword("/admin/connexion", administrator.identifier(), Portal.PASSWORD, "SMS");
        portal.giveCode(production.codeBySms(administrator));
        var path = "/admin/compte?id=" + whom.id(stack);
        var page = portal.visitor().get(path).body();
        var answer = portal.visitor().submit(path, page, "suspension", "suspend", Map.of("reason", "essai"));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    /** Half of all, each with a form of its own. */
    private static Stream<Callable<HttpResponse<String>>> clicks(Visitor visitor, String number) {
        var page = visitor.get("/pro/visio").body();
        return IntStream.range(0, CLICKS / 2)
                .mapToObj(i ->
                        Map.of("mobile", number, "request", UUID.randomUUID().toString()))
                .map(fields -> () -> visitor.submit("/pro/visio", page, "invitation", "invite", fields));
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> calls) throws Exception {
        var crowd = Executors.newFixedThreadPool(calls.size());
        try {
            var results = new ArrayList<T>();
            for (var call : crowd.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } finally {
            crowd.shutdown();
        }
    }

    private List<String> invited() {
        return tables.texts(INVITED.formatted(organizer.identifier()));
    }

    /** The numbers that this organizer's messages go to. */
    private List<String> numbers(Delivery delivery) {
        return tables.texts(NUMBERS.formatted(organizer.identifier(), delivery));
    }

    private static int accepted(String number) {
        return production.ovh().to(number).size();
    }
}
