package fr.predice.visio.signin.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a password that came by mail is good for, and how long what it opened lasts. */
@ExtendWith(StackExtension.class)
class InitialPasswordIT {
    private static Stack stack;
    private static Inbox inbox;
    private static Tables tables;

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
        inbox = Inbox.of(started.address());
        tables = new Tables(started);
    }

    @Test
    void endsTheSessionsOfAnAccountThatIsClosedOrChanged() {
        for (var change : List.of("active = FALSE", "sessions = sessions + 1", "role = 'SUPPORT'")) {
            var account = TestAccount.open(stack);
            var signedIn = new Portal(stack.address()).signIn(account).visitor();
            assertThat(signedIn.get("/pro/services").statusCode()).isEqualTo(200);

            tables.execute("UPDATE account SET " + change + " WHERE identifier = '" + account.identifier() + "'");

            assertThat(signedIn.get("/pro/services").statusCode()).as(change).isEqualTo(302);
            assertThat(signedIn.get("/pro/services").statusCode()).as(change).isEqualTo(302);
        }
    }

    @Test
    void refusesAnInitialPasswordThatIsOver() {
        var account = TestAccount.open(stack);
        tables.execute("UPDATE account SET password_until = now() - interval '1 second' WHERE identifier = '"
                + account.identifier() + "'");

        var right = new Portal(stack.address()).givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        var wrong = new Portal(stack.address()).givePassword(account.identifier(), "faux", "SMS");

        assertThat(right.body()).contains("Ce mot de passe provisoire a expiré");
        assertThat(wrong.body()).doesNotContain("Ce mot de passe provisoire a expiré");
        assertThat(inbox.to(account.mobile())).isEmpty();
    }

    /** Two who know the initial password both got as far as the new one: the first has it. */
    @Test
    void changesAnInitialPasswordOnce() {
        var account = TestAccount.open(stack);
        tables.execute("UPDATE account SET password_until = now() + interval '1 hour' WHERE identifier = '"
                + account.identifier() + "'");
        var first = beforeTheChange(account);
        var second = beforeTheChange(account);
        assertThat(first.get("/pro/services").statusCode()).isEqualTo(302);

        var page = second.get("/nouveau-mot-de-passe").body();
        assertThat(choose(first, first.get("/nouveau-mot-de-passe").body(), "le premier arrivé choisit"))
                .endsWith("/pro/services");
        assertThat(choose(second, page, "le second arrive trop tard")).contains("/connexion");
        assertThat(first.get("/pro/services").statusCode()).isEqualTo(200);
        assertThat(second.get("/pro/services").statusCode()).isEqualTo(302);
    }

    /** Whoever reads the mailbox has the initial password, and must not get the code there too. */
    @Test
    void sendsTheFirstCodeToTheMobileAlone() {
        var account = TestAccount.open(stack);
        tables.execute("UPDATE account SET password_until = now() + interval '1 hour' WHERE identifier = '"
                + account.identifier() + "'");
        var portal = new Portal(stack.address());

        portal.givePassword(account.identifier(), Portal.PASSWORD, "MAIL");

        assertThat(portal.visitor().get("/code").body()).contains("il prouve que ce portable est le vôtre");
        assertThat(inbox.to(account.mail())).isEmpty();
        assertThat(inbox.codeFor(account.mobile())).isNotEmpty();
    }

    /** A code that was asked for with the password before the change is worth nothing after it. */
    @Test
    void forgetsACodeWhenThePasswordIsChanged() {
        var account = TestAccount.open(stack);
        tables.execute("UPDATE account SET password_until = now() + interval '1 hour' WHERE identifier = '"
                + account.identifier() + "'");
        var waiting = new Portal(stack.address());
        waiting.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        var code = inbox.codeFor(account.mobile());
        var owner = beforeTheChange(account);
        choose(owner, owner.get("/nouveau-mot-de-passe").body(), "le premier arrivé choisit");

        assertThat(waiting.giveCode(code).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/connexion"));
        assertThat(waiting.visitor().get("/pro/services").statusCode()).isEqualTo(302);
    }

    private static Visitor beforeTheChange(TestAccount account) {
        var portal = new Portal(stack.address());
        var before = inbox.to(account.mobile()).size();
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        await().until(() -> inbox.to(account.mobile()).size() > before);
        assertThat(portal.giveCode(inbox.codeFor(account.mobile())).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/nouveau-mot-de-passe"));
        return portal.visitor();
    }

    private static String choose(Visitor visitor, String page, String password) {
        return visitor.submit("/nouveau-mot-de-passe", page, "newPassword", "choose", Map.of("password", password))
                .headers()
                .firstValue("Location")
                .orElse("");
    }
}
