package fr.predice.visio.call.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Socket;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class SignalingIT {
    private static final String ENVELOPE = "{\"epoch\":1001,\"number\":1,\"ack\":0,\"type\":\"offer\",\"data\":{}}";

    private static final String FAILURE = "{\"type\":\"failure\",\"reason\":\"%s\",\"own\":[\"host\"],\"far\":[],"
            + "\"browser\":\"chrome\",\"version\":156}";

    private static Stack stack;
    private static Portal portal;

    private final SecretToken seat = SecretToken.random();
    private final Visitor guest = new Visitor(stack.address());
    private UUID room;
    private String link;

    @BeforeAll
    static void signIn(Stack started) {
        stack = started;
        portal = new Portal(stack.address()).signIn(TestAccount.open(stack));
    }

    @BeforeEach
    void invite() {
        var number = TestAccount.someNumber();
        room = portal.invite(number);
        link = Inbox.of(stack.address()).linkFor("+33" + number.substring(1));
    }

    @Test
    void relaysEnvelopesAsTheyCameBothWays() throws Exception {
        try (var organizer = organizer();
                var participant = participant()) {
            assertThat(organizer.nextText()).isEqualTo("{\"type\":\"peer\",\"state\":\"present\"}");

            organizer.send(ENVELOPE.getBytes());
            assertThat(participant.nextBinary()).isEqualTo(ENVELOPE);
            participant.send("pas même du JSON".getBytes());
            assertThat(organizer.nextBinary()).isEqualTo("pas même du JSON");
        }
    }

    @Test
    void handsTheWaitingOfferOverWithTheTap() throws Exception {
        try (var organizer = organizer()) {
            organizer.send(ENVELOPE.getBytes());
            organizer.say("{\"type\":\"ping\"}");
            assertThat(organizer.nextText()).contains("pong");

            var seat = redeem();

            assertThat(seat.getJsonArray("envelopes").getString(0)).isEqualTo(ENVELOPE);
        }
    }

    @Test
    void givesEachSeatRelayCredentialsOfItsOwn() {
        var one = ticket().getJsonArray("iceServers").getJsonObject(0);
        var other = redeem().getJsonArray("iceServers").getJsonObject(0);

        assertThat(one.getString("username")).isNotEqualTo(other.getString("username"));
        assertThat(one.getString("username")).doesNotContain(room.toString());
    }

    @Test
    void admitsEachTicketOnce() throws Exception {
        var ticket = ticket().getString("ticket");
        try (var first = open();
                var second = open()) {
            first.hello(ticket);
            assertThat(first.nextText()).contains("welcome");

            second.hello(ticket);
            assertThat(second.closed()).isEqualTo(4401);
        }
    }

    @Test
    void refusesAnExpiredTicketAndAMadeUpOne() throws Exception {
        var ticket = ticket().getString("ticket");
        try (var connection = stack.database();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE call_ticket SET expires_at = now() WHERE invitation_id = '" + room + "'");
        }
        for (var refused : new String[] {ticket, "AAAAAAAAAAAAAAAAAAAAAA"}) {
            try (var socket = open()) {
                socket.hello(refused);
                assertThat(socket.closed()).isEqualTo(4401);
            }
        }
    }

    @Test
    void closesWhoSaysNothing() throws Exception {
        try (var socket = open()) {
            assertThat(socket.closed()).isEqualTo(4408);
        }
    }

    @Test
    void closesWhoRelaysBeforeHelloOrSaysNonsense() throws Exception {
        for (var nonsense :
                new String[] {"", "{", "[]", "{\"type\":7}", "{\"type\":\"hello\"}", "{\"type\":\"shout\"}"}) {
            try (var socket = open()) {
                socket.say(nonsense);
                assertThat(socket.closed()).as(nonsense).isEqualTo(4400);
            }
        }
        try (var socket = open()) {
            socket.send(ENVELOPE.getBytes());
            assertThat(socket.closed()).isEqualTo(4400);
        }
    }

    @Test
    void closesWhoSendsTooMuchAndLeavesTheOtherAlone() throws Exception {
        try (var organizer = organizer()) {
            try (var participant = participant()) {
                organizer.nextText();
                participant.send(new byte[64 * 1024 + 1]);
                assertThat(participant.closed()).isEqualTo(1009);
            }
            assertThat(organizer.nextText()).contains("away");
            try (var participant = again()) {
                assertThat(organizer.nextText()).contains("present");
                for (var i = 0; i < 400; i++) {
                    participant.say("{\"type\":\"ping\"}");
                }
                assertThat(participant.closed()).isEqualTo(4429);
            }
            assertThat(organizer.nextText()).contains("away");
            try (var participant = again()) {
                assertThat(organizer.nextText()).contains("present");
                for (var i = 0; i < 40; i++) {
                    participant.send(new byte[64 * 1024]);
                }
                assertThat(participant.closed()).isEqualTo(4429);
            }
            assertThat(organizer.nextText()).contains("away");
            organizer.say("{\"type\":\"ping\"}");
            assertThat(organizer.nextText()).contains("pong");
        }
    }

    @Test
    void closesWhoTalksAtLength() throws Exception {
        try (var socket = open()) {
            socket.say("{\"type\":\"ping\",\"a\":\"" + "a".repeat(5_000_000) + "\"}");
            assertThat(socket.closed()).isEqualTo(4400);
        }
        try (var socket = open()) {
            for (var part = 0; part < 20; part++) {
                socket.sayPart("a".repeat(100));
            }
            assertThat(socket.closed()).isEqualTo(4400);
        }
    }

    @Test
    void closesWhoLeavesBeforeHello() throws Exception {
        try (var socket = open()) {
            socket.say("{\"type\":\"leave\"}");
            assertThat(socket.closed()).isEqualTo(4400);
        }
    }

    @Test
    void closesTheSocketOfWhoLeft() throws Exception {
        try (var participant = participant()) {
            participant.say("{\"type\":\"leave\"}");
            assertThat(participant.closed()).isEqualTo(1000);
        }
    }

    @Test
    void opensOnlyForOurOwnPages() {
        assertThatThrownBy(() -> Socket.open(stack.address(), "https://evil.example"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThatThrownBy(() -> Socket.open(stack.address(), "null"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void tellsTheFormerWindowThatAnotherTookOver() throws Exception {
        try (var first = organizer();
                var second = organizer()) {
            assertThat(first.closed()).isEqualTo(4409);
            second.say("{\"type\":\"ping\"}");
            assertThat(second.nextText()).contains("pong");
        }
    }

    @Test
    void endsForBothAndClosesTheInvitation() throws Exception {
        try (var organizer = organizer();
                var participant = participant()) {
            portal.visitor().postJson("/api/pro/rooms/" + room + "/end", "{}");

            assertThat(participant.nextText()).isEqualTo("{\"type\":\"ended\"}");
            assertThat(participant.closed()).isEqualTo(4410);
            organizer.nextText();
            assertThat(organizer.nextText()).isEqualTo("{\"type\":\"ended\"}");
        }
        assertThat(guest.postJson("/api/guest/ticket", tap()).body()).contains("ended");
        assertThat(portal.visitor()
                        .postJson("/api/pro/rooms/" + room + "/ticket", "{}")
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void letsNobodyInWithATicketFromBeforeTheEnd() throws Exception {
        var ticket = redeem().getString("ticket");
        portal.visitor().postJson("/api/pro/rooms/" + room + "/end", "{}");

        try (var socket = open()) {
            socket.hello(ticket);
            assertThat(socket.closed()).isEqualTo(4401);
        }
    }

    @Test
    void hangsUpTheDeviceWhoseSeatWasFreedAndLetsNoTicketOfItsIn() throws Exception {
        try (var organizer = organizer();
                var former = participant()) {
            var ticket = json(guest.postJson("/api/guest/ticket", tap()).body()).getString("ticket");
            organizer.nextText();

            portal.visitor().postJson("/api/pro/invitations/" + room + "/free-seat", "{}");

            assertThat(former.closed()).isEqualTo(4409);
            assertThat(organizer.nextText()).isEqualTo("{\"type\":\"peer\",\"state\":\"gone\"}");
            try (var socket = open()) {
                socket.hello(ticket);
                assertThat(socket.closed()).isEqualTo(4401);
            }
        }
    }

    @Test
    void tellsTheOrganizersSocketWhereTheSmsIs() throws Exception {
        try (var organizer = organizer()) {
            assertThat(organizer.nextDelivery()).startsWith("{\"type\":\"sms\",\"state\":\"sent\",\"since\":\"20");
        }
    }

    @Test
    void tellsAtOnceThatTheParticipantLeft() throws Exception {
        try (var organizer = organizer();
                var participant = participant()) {
            organizer.nextText();
            participant.say("{\"type\":\"leave\"}");

            assertThat(organizer.nextText()).isEqualTo("{\"type\":\"peer\",\"state\":\"gone\"}");
        }
    }

    @Test
    void writesDownWhyACallFailedAFewTimesAndInItsOwnWordsAlone() throws Exception {
        try (var organizer = organizer()) {
            for (var i = 0; i < 100; i++) {
                organizer.say(FAILURE.formatted("ice-failed"));
            }
            organizer.say("{\"type\":\"ping\"}");
            assertThat(organizer.nextText()).contains("pong");
        }
        assertThat(Files.readAllLines(stack.serverLog()))
                .filteredOn(line -> line.contains(room.toString()) && line.contains("ice_failed"))
                .hasSize(10);

        for (var nonsense : new String[] {"Jeanne Martin", "\\n2026-11-24 ERROR", "x".repeat(900)}) {
            try (var participant = participant()) {
                participant.say(FAILURE.formatted(nonsense));
                assertThat(participant.closed()).isEqualTo(4400);
            }
        }
        try (var nobody = open()) {
            nobody.say(FAILURE.formatted("ice-failed"));
            assertThat(nobody.closed()).isEqualTo(4400);
        }
        assertThat(Files.readString(stack.serverLog())).doesNotContain("Jeanne Martin", "x".repeat(900));
    }

    private Socket organizer() throws Exception {
        return seated(ticket());
    }

    private Socket participant() throws Exception {
        return seated(redeem());
    }

    private Socket again() throws Exception {
        return seated(json(guest.postJson("/api/guest/ticket", tap()).body()));
    }

    private Socket seated(JsonObject seat) throws Exception {
        var socket = open();
        socket.hello(seat.getString("ticket"));
        assertThat(socket.nextText()).contains("welcome");
        return socket;
    }

    private Socket open() throws Exception {
        return Socket.open(stack.address(), stack.address());
    }

    private JsonObject ticket() {
        return json(portal.visitor()
                .postJson("/api/pro/rooms/" + room + "/ticket", "{}")
                .body());
    }

    private JsonObject redeem() {
        return json(guest.postJson("/api/guest/redeem", tap()).body());
    }

    private String tap() {
        return "{\"token\":\"" + link + "\",\"seat\":\"" + seat.text() + "\"}";
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
