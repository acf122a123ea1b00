package fr.predice.visio.call.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Socket;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser's word on its call: kept for its own seat, once, in the protocol's words alone. */
@ExtendWith(StackExtension.class)
class CallOutcomesIT {
    private static final String DIRECT = "{\"type\":\"outcome\",\"way\":\"direct\",\"millis\":1150}";
    private static final String REFUSED = "{\"type\":\"outcome\",\"cause\":\"refused\"}";

    static Stack stack;
    static Tables tables;
    static Portal portal;

    private final Visitor guest = new Visitor(stack.address());
    private UUID room;
    private String tap;

    @BeforeAll
    static void signIn(Stack started) {
        stack = started;
        tables = new Tables(stack);
        portal = new Portal(stack.address()).signIn(TestAccount.open(stack));
    }

    @BeforeEach
    void invite() {
        var number = TestAccount.someNumber();
        room = portal.invite(number);
        var link = Inbox.of(stack.address()).linkFor("+33" + number.substring(1));
        tap = "{\"token\":\"" + link + "\",\"seat\":\"" + SecretToken.random().text() + "\"}";
        guest.postJson("/api/guest/redeem", tap);
    }

    @Test
    void keepsAConnectionWhateverIsToldAfterIt() throws Exception {
        try (var socket = seated()) {
            socket.say(REFUSED);
            await().until(this::kept, List.of("PARTICIPANT,,,REFUSED")::equals);
            socket.say("{\"type\":\"outcome\",\"cause\":\"occupied\"}");
            await().until(this::kept, List.of("PARTICIPANT,,,OCCUPIED")::equals);

            socket.say(DIRECT.replace("}", ",\"side\":\"ORGANIZER\",\"invitation\":\"" + UUID.randomUUID() + "\"}"));
            await().until(this::kept, List.of("PARTICIPANT,DIRECT,1150,")::equals);
            socket.say(DIRECT.replace("1150", "5").replace("direct", "relayed"));
            socket.say(REFUSED);
            socket.say("{\"type\":\"failure\",\"reason\":\"ice-failed\",\"own\":[],\"far\":[],\"browser\":\"other\","
                    + "\"version\":1}");
            settle(socket);
        }
        assertThat(kept()).containsExactly("PARTICIPANT,DIRECT,1150,");
    }

    @Test
    void takesNoConnectionFromTheReasonForTheLog() throws Exception {
        try (var socket = seated()) {
            socket.say("{\"type\":\"failure\",\"reason\":\"timeout\",\"own\":[],\"far\":[],\"browser\":\"other\","
                    + "\"version\":1}");
            await().until(this::kept, List.of("PARTICIPANT,,,NO_CONNECTION")::equals);
        }
    }

    @Test
    void hearsNothingButItsOwnWords() throws Exception {
        for (var nonsense : List.of(
                "{\"type\":\"outcome\"}",
                "{\"type\":\"outcome\",\"way\":\"by Jeanne\"}",
                "{\"type\":\"outcome\",\"way\":7}",
                "{\"type\":\"outcome\",\"way\":\"direct\",\"millis\":-1}",
                "{\"type\":\"outcome\",\"way\":\"direct\",\"millis\":\"1150\"}",
                "{\"type\":\"outcome\",\"cause\":\"left\"}",
                "{\"type\":\"outcome\",\"cause\":null}")) {
            try (var socket = seated()) {
                socket.say(nonsense);
                assertThat(socket.closed()).as(nonsense).isEqualTo(4400);
            }
        }
        try (var nobody = Socket.open(stack.address(), stack.address())) {
            nobody.say(DIRECT);
            assertThat(nobody.closed()).isEqualTo(4400);
        }
        assertThat(kept()).isEmpty();

        try (var socket = seated()) {
            socket.say(DIRECT.replace("1150", "1e30"));
            await().until(this::kept, List.of("PARTICIPANT,DIRECT,,")::equals);
        }
    }

    @Test
    void hearsNoMoreOfASeatThatTalksOn() throws Exception {
        try (var socket = seated()) {
            for (var time = 0; time < 10; time++) {
                socket.say(REFUSED);
            }
            socket.say(DIRECT);
            settle(socket);
        }
        assertThat(kept()).containsExactly("PARTICIPANT,,,REFUSED");
    }

    private Socket seated() throws Exception {
        var answer = guest.postJson("/api/guest/ticket", tap).body();
        var socket = Socket.open(stack.address(), stack.address());
        socket.hello(answer.replaceAll(".*\"ticket\":\"([^\"]+)\".*", "$1"));
        assertThat(socket.nextText()).contains("welcome");
        return socket;
    }

    /** Words are kept off the socket's thread: a word of another seat, kept after them, says that they were. */
    private void settle(Socket socket) throws Exception {
        socket.say("{\"type\":\"ping\"}");
        assertThat(socket.nextText()).contains("pong");
        var other = room;
        invite();
        try (var later = seated()) {
            later.say(DIRECT);
            await().until(this::kept, List.of("PARTICIPANT,DIRECT,1150,")::equals);
        }
        room = other;
    }

    private List<String> kept() {
        return tables.texts("SELECT concat_ws(',', side, coalesce(way, ''), coalesce(millis::text, ''),"
                + " coalesce(cause, '')) FROM call_outcome WHERE invitation_id = '" + room + "'");
    }
}
