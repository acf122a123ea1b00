package fr.predice.visio.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class SignInIT {
    private static Stack stack;

    private TestAccount account;
    private Portal portal;

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
    }

    @BeforeEach
    void newAccount() {
        account = TestAccount.open(stack);
        portal = new Portal(stack.address());
    }

    @Test
    void signsInWithPasswordAndCodeBySmsOrMail() {
        portal.signIn(account);
        assertThat(portal.visitor().get("/pro/services").statusCode()).isEqualTo(200);

        var byMail = new Portal(stack.address());
        byMail.givePassword(account.identifier(), Portal.PASSWORD, "MAIL");
        byMail.giveCode(Inbox.of(stack.address()).codeFor(account.mail()));
        assertThat(byMail.visitor().get("/pro/services").statusCode()).isEqualTo(200);
    }

    @Test
    void changesTheSessionAtEachStepAndGivesNoRoleHalfway() {
        portal.visitor().get("/connexion");
        var before = portal.visitor().cookie("__Host-session");
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        var halfway = portal.visitor().cookie("__Host-session");

        assertThat(halfway).isNotEqualTo(before);
        assertThat(portal.visitor().get("/pro/services").statusCode()).isEqualTo(302);
        assertThat(portal.visitor()
                        .postJson("/api/pro/rooms/" + UUID.randomUUID() + "/ticket", "{}")
                        .statusCode())
                .isEqualTo(401);

        portal.giveCode(Inbox.of(stack.address()).codeFor(account.mobile()));
        assertThat(portal.visitor().cookie("__Host-session")).isNotEqualTo(halfway);
    }

    @Test
    void saysTheSameOfAnUnknownIdentifierAndAWrongPasswordAndSendsNothing() {
        var wrong = portal.givePassword(account.identifier(), "faux", "SMS");
        var unknown = new Portal(stack.address()).givePassword("personne", "faux", "SMS");

        assertThat(notices(wrong)).isNotEmpty().isEqualTo(notices(unknown));
        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(Inbox.of(stack.address()).to(account.mobile())).isEmpty();
    }

    @Test
    void comesBackToThePageThatWasAskedForAndToNoOther() {
        var asked = portal.visitor()
                .get("/pro/visio")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(asked).endsWith("/connexion?retour=%2Fpro%2Fvisio");
        assertThat(landsOn("/connexion?retour=%2Fpro%2Fvisio")).endsWith("/pro/visio");

        for (var foreign : List.of(
                "https://evil.example/",
                "//evil.example/pro/visio",
                "/pro/../../evil",
                "/\\evil",
                "/pro/visio\r\nX: evil")) {
            var query = "/connexion?retour=" + URLEncoder.encode(foreign, StandardCharsets.UTF_8);
            assertThat(landsOn(query)).as(foreign).endsWith("/pro/services");
        }
    }

    @Test
    void signsOutFromEveryPage() {
        portal.signIn(account);
        for (var page : List.of("/", "/pro/services", "/pro/visio", "/nulle-part")) {
            assertThat(portal.visitor().get(page).body()).contains("action=\"/deconnexion\"");
        }

        var left = portal.visitor().post("/deconnexion", "");

        assertThat(left.statusCode()).isEqualTo(302);
        assertThat(portal.visitor().get("/pro/services").statusCode()).isEqualTo(302);
    }

    @Test
    void showsWhatWasTypedAsItWasTyped() {
        assertThat(portal.givePassword("hélène", "faux", "SMS").body()).contains("value=\"hélène\"");
    }

    @Test
    void answersKindlyToAFormThatLacksItsFields() {
        var page = portal.visitor().get("/connexion").body();

        assertThat(portal.visitor()
                        .submit("/connexion", page, "signin", "send", Map.of())
                        .body())
                .contains("Saisissez votre identifiant");
        assertThat(portal.givePassword("nul\u0000", "faux", "SMS").statusCode()).isEqualTo(200);
    }

    private String landsOn(String signInPage) {
        var fresh = new Portal(stack.address());
        var own = TestAccount.open(stack);
        var page = fresh.visitor().get(signInPage).body();
        fresh.visitor()
                .submit(
                        "/connexion",
                        page,
                        "signin",
                        "send",
                        Map.of("identifier", own.identifier(), "password", Portal.PASSWORD, "channel", "SMS"));
        return fresh.giveCode(Inbox.of(stack.address()).codeFor(own.mobile()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static String notices(HttpResponse<String> answer) {
        var body = answer.body();
        var start = body.indexOf("id=\"signin-notices\"");
        return body.substring(start, body.indexOf("<label", start)).replaceAll("<[^>]*>", "");
    }
}
