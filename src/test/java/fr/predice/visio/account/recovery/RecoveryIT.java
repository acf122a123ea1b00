package fr.predice.visio.account.recovery;

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
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How somebody who forgot a password or an identifier gets in again, and how nobody else does. */
@ExtendWith(StackExtension.class)
class RecoveryIT {
    private static final String SENTENCE = "un renard au clair de lune";
    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{6})$");
    private static final Pattern LINK = Pattern.compile("/mot-de-passe#(\\S{22})");

    private static Stack stack;
    private static Inbox inbox;
    private static Tables tables;

    private final TestAccount account = TestAccount.open(stack);

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
        inbox = Inbox.of(started.address());
        tables = new Tables(started);
    }

    @Test
    void replacesAForgottenPasswordAndKeepsTheSecondFactor() {
        var before = new Portal(stack.address()).signIn(account).visitor();
        assertThat(new Visitor(stack.address()).get("/connexion").body())
                .contains("/mot-de-passe-oublie", "/identifiant-oublie");

        var link = linkFor(account.identifier().toUpperCase(Locale.ROOT));
        new Visitor(stack.address()).get("/mot-de-passe");
        assertThat(choose(link, "essai").body()).contains("Ce mot de passe est trop court");
        assertThat(choose(link, account.identifier() + "!!!").body()).contains("contient surtout votre nom");
        assertThat(location(choose(link, SENTENCE))).endsWith("/connexion");

        assertThat(before.get("/pro/services").statusCode()).isEqualTo(302);
        assertThat(new Portal(stack.address())
                        .givePassword(account.identifier(), Portal.PASSWORD, "MAIL")
                        .body())
                .contains(Tongue.FRENCH.page("signin.refused"));
        new Portal(stack.address()).signIn(account, SENTENCE);
        await().until(() -> inbox.to(account.mail()).stream().anyMatch(mail -> mail.contains("vient d’être changé")));
        assertThat(choose(link, SENTENCE + " bis").body()).contains("Ce lien ne change aucun mot de passe");
        assertThat(tables.texts("SELECT action FROM audit_event WHERE actor = '" + id(account) + "' OR subject = '"
                        + id(account) + "'"))
                .contains("PASSWORD_LINK_SENT", "PASSWORD_RESET");
    }

    /** Whoever reads the mailbox has chosen the password: the code is not to come there too. */
    @Test
    void mailsNoCodeAfterwardsUntilOneCameAnotherWay() {
        choose(linkFor(account.identifier()), SENTENCE);
        var portal = new Portal(stack.address());

        portal.givePassword(account.identifier(), SENTENCE, "MAIL");
        assertThat(portal.visitor().get("/code").body()).contains("il prouve que ce portable est le vôtre");
        assertThat(location(portal.giveCode(inbox.codeFor(account.mobile())))).endsWith("/pro/services");
        assertThat(inbox.to(account.mail()))
                .noneMatch(mail -> CODE.matcher(mail).find());

        var later = new Portal(stack.address());
        later.givePassword(account.identifier(), SENTENCE, "MAIL");
        assertThat(location(later.giveCode(inbox.newest(account.mail(), CODE)))).endsWith("/pro/services");
    }

    /** PostgreSQL keeps no such letter: whoever types it is nobody, and keeps nobody from being answered. */
    @Test
    void isStoppedByNoWordOfAnybodys() {
        for (var word : List.of("a\u0000b", "\u0000", "'", "%", "x".repeat(254))) {
            ask("/mot-de-passe-oublie", word);
            ask("/identifiant-oublie", word + "@example.org");
        }
        assertThat(linkFor(account.identifier())).hasSize(22);
    }

    @Test
    void replacesNothingByAFormerLateOrForeignLink() {
        var former = linkFor(account.mail());
        var link = anotherLink(former);
        assertThat(choose(former, SENTENCE).body()).contains("Ce lien ne change aucun mot de passe");
        assertThat(choose("AAAAAAAAAAAAAAAAAAAAAA", SENTENCE).body()).contains("Ce lien ne change aucun mot de passe");
        assertThat(choose("", SENTENCE).body()).contains("Ce lien ne change aucun mot de passe");

        tables.execute("UPDATE password_link SET valid_until = now() WHERE account_id = '" + id(account) + "'");
        assertThat(choose(link, SENTENCE).body()).contains("Ce lien ne change aucun mot de passe");

        tables.execute("UPDATE password_link SET valid_until = now() + interval '1 hour' WHERE account_id = '"
                + id(account) + "'");
        tables.execute("UPDATE account SET active = FALSE WHERE id = '" + id(account) + "'");
        assertThat(choose(link, SENTENCE).body()).contains("Ce lien ne change aucun mot de passe");
    }

    @Test
    void replacesItOnceHoweverManyUseTheLinkAtOnce() throws Exception {
        var link = linkFor(account.identifier());
        var using = IntStream.range(0, 4)
                .mapToObj(i -> (Callable<HttpResponse<String>>) () -> choose(link, SENTENCE + " " + i))
                .toList();

        var crowd = Executors.newFixedThreadPool(using.size());
        var changed = 0;
        for (var answer : crowd.invokeAll(using)) {
            changed += answer.get().statusCode() == 302 ? 1 : 0;
        }
        crowd.shutdown();

        assertThat(changed).isEqualTo(1);
        assertThat(tables.count("SELECT sessions FROM account WHERE id = '" + id(account) + "'"))
                .isEqualTo(1);
    }

    @Test
    void leadsAdministratorsToTheirDoor() {
        var administrator = TestAccount.openAdministrator(stack);
        assertThat(new Visitor(stack.address()).get("/admin/connexion").body()).contains("/mot-de-passe-oublie");
        ask("/mot-de-passe-oublie", administrator.identifier());
        assertThat(location(choose(inbox.newest(administrator.mail(), LINK), SENTENCE)))
                .endsWith("/admin/connexion");
        ask("/identifiant-oublie", administrator.mail());
        assertThat(inbox.newest(administrator.mail(), Pattern.compile("(/admin/connexion)")))
                .isNotEmpty();
    }

    @Test
    void mailsAForgottenIdentifier() {
        ask("/identifiant-oublie", account.mail().toUpperCase(Locale.ROOT));
        assertThat(inbox.newest(account.mail(), Pattern.compile("(?m)^(essai\\d+)$")))
                .isEqualTo(account.identifier());
    }

    @Test
    void tellsTheOwnerOfAClosedAccountWhomToCall() {
        tables.execute("UPDATE account SET active = FALSE WHERE id = '" + id(account) + "'");
        ask("/mot-de-passe-oublie", account.identifier());
        assertThat(inbox.newest(account.mail(), Pattern.compile("(est suspendu)")))
                .isNotEmpty();
        assertThat(inbox.to(account.mail()))
                .noneMatch(mail -> LINK.matcher(mail).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mot-de-passe-oublie", "/identifiant-oublie"})
    void answersTheSameWhoeverIsKnownAndNeverOftenerThanFiveTimesAnHour(String page) {
        var unknown = "personne" + account.mobile().substring(1) + "@example.org";
        for (var who : List.of(account.mail(), unknown)) {
            for (var time = 0; time < 5; time++) {
                assertThat(location(ask(page, who))).as(who).endsWith("/mail-envoye");
            }
            var busy = ask(page, who);
            assertThat(busy.statusCode()).isEqualTo(200);
            assertThat(busy.body()).contains("Il y a eu beaucoup d’essais", "value=\"" + who + "\"");
        }
        await().until(() -> tables.count("SELECT count(*) FROM recovery_request") == 0);
        assertThat(inbox.to(account.mail())).hasSizeLessThanOrEqualTo(5);
        assertThat(inbox.to(unknown)).isEmpty();
    }

    @Test
    void keepsLinksAndWhatWasTypedNowhere() throws Exception {
        var typed = "un mot de passe tapé au mauvais endroit " + account.identifier();
        ask("/mot-de-passe-oublie", typed);
        var link = linkFor(account.identifier());
        var rows = tables.everyRow();
        choose(link, SENTENCE);

        assertThat(rows).doesNotContain(link, typed);
        for (var log : List.of(stack.serverLog(), stack.accessLog())) {
            assertThat(Files.readString(log)).doesNotContain(link, typed, SENTENCE, account.mail());
        }
    }

    private String linkFor(String who) {
        assertThat(location(ask("/mot-de-passe-oublie", who))).endsWith("/mail-envoye");
        return inbox.newest(account.mail(), LINK);
    }

    private String anotherLink(String former) {
        ask("/mot-de-passe-oublie", account.identifier());
        return await().until(() -> inbox.newest(account.mail(), LINK), link -> !link.equals(former));
    }

    private static HttpResponse<String> ask(String page, String who) {
        var visitor = new Visitor(stack.address());
        return visitor.submit(page, visitor.get(page).body(), "lost", "ask", Map.of("who", who));
    }

    private static HttpResponse<String> choose(String link, String password) {
        var visitor = new Visitor(stack.address());
        var page = visitor.get("/mot-de-passe").body();
        return visitor.submit("/mot-de-passe", page, "reset", "choose", Map.of("token", link, "password", password));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("no redirect: " + answer.body());
    }

    private static String id(TestAccount account) {
        return tables.texts("SELECT id::text FROM account WHERE identifier = '" + account.identifier() + "'")
                .get(0);
    }
}
