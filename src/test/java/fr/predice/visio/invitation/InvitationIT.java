package fr.predice.visio.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Hex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class InvitationIT {
    private static final int CLICKS = 4;

    private static Stack stack;
    private static Tables tables;

    private Portal portal;
    private String number;
    private Inbox inbox;

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
        tables = new Tables(started);
    }

    @BeforeEach
    void signIn() {
        portal = new Portal(stack.address()).signIn(TestAccount.open(stack));
        number = TestAccount.someNumber();
        inbox = Inbox.of(stack.address());
    }

    @Test
    void sendsOneSmsHoweverOftenTheSameFormIsSent() throws Exception {
        var page = portal.visitor().get("/pro/visio").body();
        var body = Visitor.filled(page, "invitation", "invite", Map.of("mobile", number));
        var rooms = new HashSet<>();
        var pool = Executors.newFixedThreadPool(CLICKS);
        try {
            var clicks = IntStream.range(0, CLICKS)
                    .mapToObj(i -> pool.submit(() -> portal.visitor().post("/pro/visio", body)))
                    .toList();
            for (var click : clicks) {
                rooms.add(Portal.roomOf(click.get()));
            }
        } finally {
            pool.shutdown();
        }
        rooms.add(Portal.roomOf(portal.visitor().post("/pro/visio", body)));

        inbox.linkFor(e164());
        assertThat(rooms).hasSize(1);
        assertThat(inbox.to(e164())).hasSize(1);
        assertThat(tables.count("SELECT count(*) FROM outgoing_message WHERE about = '"
                        + rooms.iterator().next() + "'"))
                .isEqualTo(1);
        assertThat(tables.texts("SELECT action || ' ' || address FROM audit_event WHERE subject = '"
                        + rooms.iterator().next() + "'"))
                .containsExactly("INVITED 127.0.0.1");
    }

    @Test
    void invitesAnotherNumberWithAFormThatWasSentBefore() {
        var page = portal.visitor().get("/pro/visio").body();
        var first = Portal.roomOf(
                portal.visitor().submit("/pro/visio", page, "invitation", "invite", Map.of("mobile", number)));
        number = TestAccount.someNumber();
        var second = Portal.roomOf(
                portal.visitor().submit("/pro/visio", page, "invitation", "invite", Map.of("mobile", number)));

        assertThat(second).isNotEqualTo(first);
        assertThat(inbox.linkFor(e164())).hasSize(22);
    }

    @Test
    void refusesWhatIsNoMobileAndKeepsWhatWasTyped() {
        var page = portal.visitor().get("/pro/visio").body();

        var answer =
                portal.visitor().submit("/pro/visio", page, "invitation", "invite", Map.of("mobile", "03 22 80 31 70"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Ce n’est pas un numéro de portable", "03 22 80 31 70");
    }

    @Test
    void stopsAtTheLimitForOneNumber() {
        for (var i = 0; i < 6; i++) {
            portal.invite(number);
        }
        var page = portal.visitor().get("/pro/visio").body();
        var answer = portal.visitor().submit("/pro/visio", page, "invitation", "invite", Map.of("mobile", number));

        assertThat(answer.body()).contains("Plusieurs SMS sont déjà partis vers ce numéro");
        assertThat(tables.count("SELECT count(*) FROM invitation WHERE phone = '" + e164() + "'"))
                .isEqualTo(6);
    }

    @Test
    void keepsTheTokenOutOfDatabaseLogAndAccessLog() throws Exception {
        var room = portal.invite(number);
        var token = inbox.linkFor(e164());
        var guest = new Visitor(stack.address());
        guest.get("/r");
        assertThat(guest.postJson("/api/guest/look", json(token)).statusCode()).isEqualTo(200);
        assertThat(guest.postJson("/api/guest/redeem", json(token)).statusCode())
                .isEqualTo(200);
        portal.visitor().postJson("/api/pro/rooms/" + room + "/end", "{}");

        assertThat(tables.everyRow()).contains(room.toString()).doesNotContain(token, hexOf(token));
        assertThat(Files.readString(stack.serverLog())).doesNotContain(token, e164(), number);
        assertThat(Files.readString(stack.accessLog()))
                .contains("/api/guest/redeem")
                .doesNotContain(token);
    }

    @Test
    void wipesTheMessageOnceItIsSent() {
        var room = portal.invite(number);
        inbox.linkFor(e164());

        var unwiped = "SELECT count(*) FROM outgoing_message WHERE about = '" + room
                + "' AND (state <> 'SENT' OR recipient IS NOT NULL OR content IS NOT NULL)";
        await().until(() -> tables.count(unwiped) == 0);
        assertThat(tables.count(
                        "SELECT count(*) FROM outgoing_message WHERE about = '" + room + "' AND state = 'SENT'"))
                .isEqualTo(1);
    }

    @Test
    void looksAsOftenAsOneLikesAndRedeemsForOneBrowser() {
        portal.invite(number);
        var token = inbox.linkFor(e164());
        for (var i = 0; i < 20; i++) {
            var robot = new Visitor(stack.address());
            assertThat(robot.postJson("/api/guest/look", json(token)).statusCode())
                    .isEqualTo(200);
        }
        var first = new Visitor(stack.address());
        assertThat(first.postJson("/api/guest/redeem", json(token)).statusCode())
                .isEqualTo(200);
        assertThat(first.cookie("__Host-seat")).isNotNull();

        var second = new Visitor(stack.address());
        assertThat(second.postJson("/api/guest/look", json(token)).body()).contains("taken");
        var refused = second.postJson("/api/guest/redeem", json(token));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).isEqualTo("{\"reason\":\"taken\"}");
        assertThat(second.cookies()).isEmpty();
        assertThat(first.postJson("/api/guest/redeem", json(token)).statusCode())
                .isEqualTo(200);
        assertThat(first.postJson("/api/guest/ticket", json(token)).statusCode())
                .isEqualTo(200);
        assertThat(second.postJson("/api/guest/ticket", json(token)).statusCode())
                .isEqualTo(409);
    }

    @Test
    void seatsAgainThePhoneWhoseAnswerWasLost() {
        portal.invite(number);
        var token = inbox.linkFor(e164());
        var seat = SecretToken.random();
        var lost = new Visitor(stack.address());
        assertThat(lost.postJson("/api/guest/redeem", json(token, seat)).statusCode())
                .isEqualTo(200);

        // No cookie arrived.
        var again = new Visitor(stack.address());
        assertThat(again.postJson("/api/guest/redeem", json(token, seat)).statusCode())
                .isEqualTo(200);
        assertThat(again.cookie("__Host-seat")).isEqualTo(seat.text());
    }

    @Test
    void knowsThePhoneThatComesBackAndNoOther() {
        portal.invite(number);
        var token = inbox.linkFor(e164());
        var seat = SecretToken.random();
        var phone = new Visitor(stack.address());
        var look = "/api/guest/look";
        assertThat(phone.postJson(look, "{\"token\":\"" + token + "\"}").body()).contains("\"own\":false");
        phone.postJson("/api/guest/redeem", json(token, seat));

        assertThat(phone.postJson(look, "{\"token\":\"" + token + "\"}").body()).contains("\"own\":true");
        // The answer to the tap was lost, and the cookie with it.
        assertThat(new Visitor(stack.address())
                        .postJson(look, json(token, seat))
                        .body())
                .contains("\"own\":true");
        assertThat(new Visitor(stack.address()).postJson(look, json(token)).body())
                .isEqualTo("{\"reason\":\"taken\"}");
    }

    @Test
    void seatsOnePhoneInTwoInvitationsOfTheSameDay() {
        portal.invite(number);
        var phone = new Visitor(stack.address());
        assertThat(phone.postJson("/api/guest/redeem", json(inbox.linkFor(e164())))
                        .statusCode())
                .isEqualTo(200);
        var first = phone.cookie("__Host-seat");
        number = TestAccount.someNumber();
        portal.invite(number);

        assertThat(phone.postJson("/api/guest/redeem", json(inbox.linkFor(e164())))
                        .statusCode())
                .isEqualTo(200);
        assertThat(phone.cookie("__Host-seat")).isNotEqualTo(first);
    }

    @Test
    void seatsOneOfManyBrowsersThatRedeemAtOnce() throws Exception {
        portal.invite(number);
        var token = inbox.linkFor(e164());
        var pool = Executors.newFixedThreadPool(16);
        var statuses = new ArrayList<Integer>();
        try {
            var taps = IntStream.range(0, 16)
                    .mapToObj(i -> pool.submit(() -> new Visitor(stack.address())
                            .postJson("/api/guest/redeem", json(token))
                            .statusCode()))
                    .toList();
            for (var tap : taps) {
                statuses.add(tap.get());
            }
        } finally {
            pool.shutdown();
        }
        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @Test
    void opensNothingOnceExpiredRevokedOrEnded() {
        for (var over : Map.of("expires_at", "expired", "revoked_at", "revoked", "ended_at", "ended")
                .entrySet()) {
            var other = TestAccount.someNumber();
            var room = portal.invite(other);
            var token = inbox.linkFor("+33" + other.substring(1));
            tables.execute("UPDATE invitation SET " + over.getKey() + " = now() - interval '1 second' WHERE id = '"
                    + room + "'");

            var guest = new Visitor(stack.address());
            for (var door : new String[] {"look", "redeem"}) {
                var answer = guest.postJson("/api/guest/" + door, json(token));
                assertThat(answer.statusCode()).as(over.getKey()).isEqualTo(410);
                assertThat(answer.body()).isEqualTo("{\"reason\":\"" + over.getValue() + "\"}");
            }
        }
    }

    @Test
    void anotherAccountNeitherEntersNorEndsTheRoom() {
        var room = portal.invite(number);
        var token = inbox.linkFor(e164());
        var other = new Portal(stack.address()).signIn(TestAccount.open(stack));

        assertThat(other.visitor()
                        .postJson("/api/pro/rooms/" + room + "/ticket", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.visitor()
                        .postJson("/api/pro/rooms/" + room + "/end", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.visitor().get("/pro/salle?invitation=" + room).body()).doesNotContain(number.substring(6));
        assertThat(new Visitor(stack.address())
                        .postJson("/api/guest/look", json(token))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void erasesTheNumberSomeTimeAfterTheCall() {
        var room = portal.invite(number);
        tables.execute("UPDATE invitation SET ended_at = now() - interval '1 day' WHERE id = '" + room + "'");

        var kept = "SELECT count(*) FROM invitation WHERE id = '" + room + "' AND phone IS NOT NULL";
        await().atMost(Duration.ofMinutes(1)).until(() -> tables.count(kept) == 0);
        assertThat(tables.count(
                        "SELECT count(*) FROM invitation WHERE id = '" + room + "' AND length(phone_hash) = 64"))
                .isEqualTo(1);
    }

    private String e164() {
        return "+33" + number.substring(1);
    }

    private static String json(String token) {
        return json(token, SecretToken.random());
    }

    private static String json(String token, SecretToken seat) {
        return "{\"token\":\"" + token + "\",\"seat\":\"" + seat.text() + "\"}";
    }

    private static String hexOf(String text) {
        return Hex.encodeHexString(text.getBytes(StandardCharsets.UTF_8));
    }
}
