package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The portal as one visitor walks through it, over HTTP. */
public final class Portal {
    public static final String PASSWORD = "Demo-visio-2026";
    private static final Pattern ROOM = Pattern.compile("invitation=([0-9a-f-]{36})");

    private final String address;
    private final Visitor visitor;

    public Portal(String address) {
        this(address, Tongue.FRENCH);
    }

    Portal(String address, Tongue tongue) {
        this(address, new Visitor(address, tongue.tag()));
    }

    /** @param visitor of this address */
    public Portal(String address, Visitor visitor) {
        this.address = address;
        this.visitor = visitor;
    }

    public Visitor visitor() {
        return visitor;
    }

    public HttpResponse<String> givePassword(String identifier, String password, String channel) {
        return givePassword("/connexion", identifier, password, channel);
    }

    /** @param door where one signs in */
    public HttpResponse<String> givePassword(String door, String identifier, String password, String channel) {
        var page = visitor.get(door).body();
        return visitor.submit(
                door,
                page,
                "signin",
                "send",
                Map.of("identifier", identifier, "password", password, "channel", channel));
    }

    /** Where the sign-in is over already, the answer that says so. */
    public HttpResponse<String> giveCode(String code) {
        var page = visitor.get("/code");
        return page.statusCode() == 200
                ? visitor.submit("/code", page.body(), "verify", "enter", Map.of("code", code))
                : page;
    }

    /** Both factors. */
    public Portal signIn(TestAccount account) {
        return signIn(account, PASSWORD);
    }

    public Portal signIn(TestAccount account, String password) {
        assertThat(givePassword(account.identifier(), password, "SMS").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/code"));
        var entered = giveCode(Inbox.of(address).codeFor(account.mobile()));
        assertThat(entered.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/pro/services"));
        return this;
    }

    /** Both factors, at the administrators' door. */
    public Portal signInToAdministrate(TestAccount account) {
        return signInToConsole(account, "/admin/demandes");
    }

    /** The same, of somebody who only helps. */
    public Portal signInToSupport(TestAccount account) {
        return signInToConsole(account, "/admin/comptes");
    }

    private Portal signInToConsole(TestAccount account, String home) {
        givePassword("/admin/connexion", account.identifier(), PASSWORD, "SMS");
        var entered = giveCode(Inbox.of(address).codeFor(account.mobile()));
        assertThat(entered.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(home));
        return this;
    }

    /** @return the invitation's id */
    public UUID invite(String number) {
        return roomOf(visitor.submit(
                "/pro/visio", visitor.get("/pro/visio").body(), "invitation", "invite", Map.of("mobile", number)));
    }

    public static UUID roomOf(HttpResponse<String> answer) {
        var location = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        var room = ROOM.matcher(location);
        assertThat(room.find()).as(location).isTrue();
        return UUID.fromString(room.group(1));
    }
}
