package fr.predice.visio.portal.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people change about their own account, and what nobody changes for them. */
@ExtendWith(StackExtension.class)
class ProfileIT {
    private static final String SENTENCE = "un renard au clair de lune";
    private static final Pattern LINK = Pattern.compile("/confirmation-mail#(\\S{22})");
    private static final Pattern CODE = Pattern.compile("code de confirmation est (\\d{6})");

    private static Stack stack;
    private static Inbox inbox;
    private static Tables tables;

    private TestAccount account;
    private Visitor owner;

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
        inbox = Inbox.of(started.address());
        tables = new Tables(started);
    }

    @BeforeEach
    void signIn() {
        account = TestAccount.open(stack);
        owner = new Portal(stack.address()).signIn(account).visitor();
    }

    @Test
    void showsTheirOwnAccountToWhoeverIsSignedInAndToNobodyElse() {
        assertThat(owner.get("/pro/services").body()).contains("href=\"/compte\"");
        assertThat(owner.get("/compte").body()).contains("Camille Martin", account.identifier(), account.mail());
        var administrator = new Portal(stack.address())
                .signInToAdministrate(TestAccount.openAdministrator(stack))
                .visitor();
        for (var page : List.of(
                "/compte", "/compte/mot-de-passe", "/compte/adresse", "/compte/mobile", "/compte/application")) {
            assertThat(administrator.get(page).statusCode()).as(page).isEqualTo(200);
            assertThat(location(new Visitor(stack.address()).get(page)))
                    .as(page)
                    .contains("/connexion?retour=");
            assertThat(location(new Visitor(stack.address()).post(page, "a=b")))
                    .as("posted to " + page)
                    .contains("/connexion?retour=");
        }
    }

    @Test
    void changesThePasswordAndEndsAllOtherSessions() {
        var elsewhere = new Portal(stack.address()).signIn(account).visitor();
        assertThat(changePassword("faux", SENTENCE).body()).contains(text("profile.current.wrong"));
        assertThat(changePassword(Portal.PASSWORD, "court").body()).contains("trop court");
        assertThat(changePassword(Portal.PASSWORD, Portal.PASSWORD).body())
                .contains(Tongue.FRENCH.account("password.same"));
        var before = owner.cookie("__Host-session");

        assertThat(location(changePassword(Portal.PASSWORD, SENTENCE))).endsWith("/compte");

        assertThat(owner.get("/compte").body()).contains(text("profile.password.done"));
        assertThat(owner.cookie("__Host-session")).isNotEqualTo(before);
        assertThat(elsewhere.get("/pro/services").statusCode()).isEqualTo(302);
        new Portal(stack.address()).signIn(account, SENTENCE);
        assertThat(told(account.mail(), "vient d’être changé")).isTrue();
    }

    @Test
    void asksAtMostTenTimesForTheCurrentPassword() {
        HttpResponse<String> last = null;
        for (var time = 0; time < 11; time++) {
            last = changePassword("faux" + time, SENTENCE);
        }
        assertThat(last.body()).contains("Il y a eu beaucoup d’essais");
        assertThat(changePassword(Portal.PASSWORD, SENTENCE).body()).contains("Il y a eu beaucoup d’essais");
    }

    @Test
    void changesTheMailAddressOnceItsOwnerOpenedTheLink() {
        var other = TestAccount.open(stack);
        var mail = "nouveau." + account.mail();
        assertThat(askMail(mail, "faux").body()).contains(text("profile.current.wrong"));
        assertThat(askMail("nouveau", Portal.PASSWORD).body()).contains("Cette adresse mail est incomplète");
        assertThat(location(askMail(mail, Portal.PASSWORD))).endsWith("/compte");
        assertThat(owner.get("/compte").body()).contains(mail, text("profile.access.waiting"));
        var link = inbox.newest(mail, LINK);
        assertThat(tables.everyRow()).doesNotContain(link);

        assertThat(proveMail(new Visitor(stack.address()), link, other.identifier())
                        .body())
                .as("a stranger who got the mail")
                .contains("L’identifiant n’est pas le bon, ou le lien");
        assertThat(mailOf(account)).isEqualTo(account.mail());
        assertThat(location(proveMail(new Visitor(stack.address()), link, account.identifier())))
                .endsWith("/confirme");

        assertThat(mailOf(account)).isEqualTo(mail);
        assertThat(told(account.mail(), "vient d’être remplacée")).isTrue();
        assertThat(proveMail(owner, link, account.identifier()).body()).contains("n’est pas le bon");
    }

    @Test
    void tellsNobodyButItsOwnerThatAnAddressIsTaken() {
        var other = TestAccount.open(stack);
        assertThat(location(askMail(other.mail(), Portal.PASSWORD))).endsWith("/compte");

        assertThat(told(other.mail(), "Elle sert déjà au vôtre")).isTrue();
        assertThat(inbox.to(other.mail())).noneMatch(mail -> LINK.matcher(mail).find());
    }

    /** Both asked for it while nobody had it: the first who proves it has it. */
    @Test
    void givesAnAddressToOneAccount() {
        var other = TestAccount.open(stack);
        var mail = "commun." + account.mail();
        askMail(mail, Portal.PASSWORD);
        var first = inbox.newest(mail, LINK);
        owner = new Portal(stack.address()).signIn(other).visitor();
        askMail(mail, Portal.PASSWORD);
        var second = await().until(() -> inbox.newest(mail, LINK), link -> !link.equals(first));
        var visitor = new Visitor(stack.address());

        assertThat(proveMail(visitor, second, other.identifier()).statusCode()).isEqualTo(302);
        assertThat(proveMail(visitor, first, account.identifier()).statusCode()).isEqualTo(200);
        assertThat(mailOf(account)).isEqualTo(account.mail());
    }

    /** Somebody at the owner's computer asked for it, and the owner threw them out. */
    @Test
    void forgetsAChangeWhenThePasswordIsAnother() {
        var mail = "nouveau." + account.mail();
        askMail(mail, Portal.PASSWORD);
        var link = inbox.newest(mail, LINK);

        changePassword(Portal.PASSWORD, "un renard au clair de lune");

        assertThat(proveMail(new Visitor(stack.address()), link, account.identifier())
                        .statusCode())
                .isEqualTo(200);
        assertThat(mailOf(account)).isEqualTo(account.mail());
    }

    @Test
    void opensNothingByAFormerOrLateLink() {
        var mail = "nouveau." + account.mail();
        askMail(mail, Portal.PASSWORD);
        var former = inbox.newest(mail, LINK);
        askMail(mail, Portal.PASSWORD);
        var link = await().until(() -> inbox.newest(mail, LINK), newest -> !newest.equals(former));
        assertThat(proveMail(owner, former, account.identifier()).statusCode()).isEqualTo(200);
        tables.execute("UPDATE contact_change SET valid_until = now() WHERE new_value = '" + mail + "'");
        assertThat(proveMail(owner, link, account.identifier()).statusCode()).isEqualTo(200);
        assertThat(mailOf(account)).isEqualTo(account.mail());
    }

    @Test
    void changesTheMobileOnceItsCodeIsTyped() {
        var number = TestAccount.someNumber();
        var mobile = "+33" + number.substring(1);
        assertThat(askMobile("0322803170").body()).contains("Ce n’est pas un numéro de portable");
        assertThat(location(askMobile(number))).endsWith("/confirmation");
        var code = inbox.newest(mobile, CODE);
        assertThat(owner.get("/confirmation").body()).contains("value=\"" + account.identifier() + "\"");

        assertThat(proveMobile("000000").body()).contains("Le code ou l’identifiant n’est pas le bon");
        assertThat(location(proveMobile(code))).endsWith("/compte");

        assertThat(owner.get("/compte").body()).contains(text("profile.mobile.done"));
        assertThat(told(account.mobile(), "vient de changer")).isTrue();
        assertThat(proveMobile(code).statusCode()).as("once").isEqualTo(200);
        new Portal(stack.address()).signIn(new TestAccount(account.identifier(), mobile, account.mail()));
    }

    @Test
    void triesFiveCodesForAMobile() {
        var number = TestAccount.someNumber();
        askMobile(number);
        var code = inbox.newest("+33" + number.substring(1), CODE);
        for (var guess = 0; guess < 5; guess++) {
            proveMobile("00000" + guess);
        }
        assertThat(proveMobile(code).statusCode()).isEqualTo(200);
        assertThat(tables.texts("SELECT mobile FROM account WHERE identifier = '" + account.identifier() + "'"))
                .containsExactly(account.mobile());
    }

    @Test
    void changesTheLanguageOfPagesAndMails() {
        var page = owner.get("/compte").body();
        var saved = owner.submit("/compte", page, "languages", "saveLanguage", Map.of("tongue", "en"));
        assertThat(location(saved)).endsWith("/compte?lang=en");
        owner.get("/compte?lang=en");
        assertThat(owner.get("/compte").body()).contains(Tongue.ENGLISH.of("profile", "profile.title"));
        changePassword(Portal.PASSWORD, SENTENCE);
        assertThat(told(account.mail(), "has just been changed")).isTrue();
    }

    private HttpResponse<String> changePassword(String current, String password) {
        return press("/compte/mot-de-passe", "ownPassword", "change", Map.of("current", current, "password", password));
    }

    private HttpResponse<String> askMail(String mail, String current) {
        return press("/compte/adresse", "contact", "ask", Map.of("mail", mail, "current", current));
    }

    private HttpResponse<String> askMobile(String number) {
        return press("/compte/mobile", "contact", "ask", Map.of("mobile", number, "current", Portal.PASSWORD));
    }

    private HttpResponse<String> proveMobile(String code) {
        var fields = Map.of("identifier", account.identifier(), "code", code);
        return press("/confirmation", "proof", "prove", fields);
    }

    private static HttpResponse<String> proveMail(Visitor visitor, String link, String identifier) {
        var page = visitor.get("/confirmation-mail").body();
        return visitor.submit(
                "/confirmation-mail", page, "proof", "prove", Map.of("token", link, "identifier", identifier));
    }

    private HttpResponse<String> press(String page, String form, String button, Map<String, String> fields) {
        return owner.submit(page, owner.get(page).body(), form, button, fields);
    }

    private static boolean told(String whom, String words) {
        return await().until(
                        () -> inbox.to(whom).stream().anyMatch(text -> text.contains(words)), Boolean::booleanValue);
    }

    private static String mailOf(TestAccount account) {
        return tables.texts("SELECT mail FROM account WHERE identifier = '" + account.identifier() + "'")
                .get(0);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("no redirect: " + answer.body());
    }

    private static String text(String key) {
        return Tongue.FRENCH.of("profile", key);
    }
}
