package fr.predice.visio.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of what can be done about an invitation: each starts with one, whose SMS has just left. */
@ExtendWith(StackExtension.class)
abstract class Invited {
    static Stack stack;
    static Tables tables;

    final String number = TestAccount.someNumber();
    Portal portal;
    Inbox inbox;
    UUID invitation;
    String firstLink;

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
        tables = new Tables(started);
    }

    @BeforeEach
    void invite() {
        portal = new Portal(stack.address()).signIn(TestAccount.open(stack));
        inbox = Inbox.of(stack.address());
        invitation = portal.invite(number);
        firstLink = inbox.linkFor(international(number));
    }

    HttpResponse<String> ask(String deed) {
        return portal.visitor().postJson("/api/pro/invitations/" + invitation + "/" + deed, "{}");
    }

    HttpResponse<String> correct(String right) {
        return portal.visitor()
                .postJson("/api/pro/invitations/" + invitation + "/correct", "{\"mobile\":\"" + right + "\"}");
    }

    int look(String token) {
        return new Visitor(stack.address())
                .postJson("/api/guest/look", body(token))
                .statusCode();
    }

    /** How the person's page is shown, as the organizer chose: a link that opens nothing says so too. */
    static String display(String token) {
        var looked = new Visitor(stack.address()).postJson("/api/guest/look", body(token));
        return json(looked).getString("display");
    }

    static String body(String token) {
        return "{\"token\":\"" + token + "\",\"seat\":\"AAAAAAAAAAAAAAAAAAAAAA\"}";
    }

    int messages() {
        return inbox.to(international(number)).size();
    }

    void aMinutePasses() {
        tables.execute("UPDATE outgoing_message SET created_at = created_at - interval '1 minute' WHERE about = '"
                + invitation + "'");
    }

    void expire() {
        tables.execute(
                "UPDATE invitation SET expires_at = now() - interval '1 minute' WHERE id = '" + invitation + "'");
    }

    static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    static String tokenOf(String link) {
        assertThat(link).startsWith(stack.address() + "/r#");
        return link.substring(link.indexOf('#') + 1);
    }

    static String international(String number) {
        return "+33" + number.substring(1);
    }

    static String pairs(String number) {
        return number.replaceAll("(..)(?=.)", "$1 ");
    }
}
