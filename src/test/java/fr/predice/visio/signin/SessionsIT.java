package fr.predice.visio.signin;

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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is signed in where: shown, ended, over by itself, and announced. */
@ExtendWith(StackExtension.class)
class SessionsIT {
    private static final String PAGE = "/compte/connexions";
    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0.0.0 Safari/537.36";
    private static final String MINE =
            "SELECT s.id FROM personal_session s JOIN account a ON a.id = s.account_id WHERE a.identifier = '%s'";

    private static final int AT_ONCE = 16;

    private static Stack stack;

    private Tables tables;
    private TestAccount account;
    private Portal portal;

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
    }

    @BeforeEach
    void newAccount() {
        tables = new Tables(stack);
        account = TestAccount.open(stack);
        portal = new Portal(stack.address());
    }

    @Test
    void showsEachSessionAndEndsTheOneThatIsChosen() {
        var elsewhere = signInFrom(CHROME);
        portal.signIn(account);
        var other = sessions().get(0);

        assertThat(page())
                .contains("Chrome, Windows", "Appareil inconnu", "Cet appareil", "127.0.0.1", "value=\"" + other + "\"")
                .doesNotContain("value=\"" + sessions().get(1) + "\"");
        end(other);

        assertThat(page()).contains("La connexion est fermée.", "nulle part ailleurs", "terminée");
        assertThat(location(elsewhere.visitor().get("/pro/services")))
                .endsWith("/connexion?retour=%2Fpro%2Fservices&expire=1");
        assertThat(portal.visitor().get("/pro/services").statusCode()).isEqualTo(200);
        assertThat(deeds("SESSION_ENDED", other)).isEqualTo(1);
        end(other);
        assertThat(page()).contains("déjà fermée");
    }

    @Test
    void endsAllOthersAtOnce() {
        var others = List.of(new Portal(stack.address()).signIn(account), new Portal(stack.address()).signIn(account));
        portal.signIn(account);

        portal.visitor().submit(PAGE, page(), "sessions", "others", Map.of());

        assertThat(page()).contains("Toutes les autres connexions sont fermées.");
        assertThat(others).noneMatch(other -> entered(other.visitor()));
        assertThat(entered(portal.visitor())).isTrue();
    }

    @Test
    void endsNobodyElses() {
        var victim = TestAccount.open(stack);
        var victims = new Portal(stack.address()).signIn(victim);
        var theirs = tables.texts(MINE.formatted(victim.identifier())).get(0);
        portal.signIn(account);

        end(theirs);
        end("not an id");

        assertThat(page()).contains("déjà fermée").doesNotContain(theirs);
        assertThat(entered(victims.visitor())).isTrue();
        assertThat(deeds("SESSION_ENDED", theirs)).isZero();
    }

    @Test
    void opensToNobodyWithoutASession() {
        var nobody = new Visitor(stack.address());

        assertThat(location(nobody.get(PAGE))).endsWith("/connexion?retour=%2Fcompte%2Fconnexions");
        assertThat(location(nobody.post(PAGE, "sessions=sessions&others=others")))
                .contains("/connexion?");
        assertThat(nobody.postJson("/api/session/left", "{}").statusCode()).isEqualTo(401);
        assertThat(nobody.postJson("/api/session/keep", "{}").statusCode()).isEqualTo(401);
        portal.givePassword("/connexion?retour=%2Fcompte%2Fconnexions", account.identifier(), Portal.PASSWORD, "SMS");
        assertThat(portal.visitor().get(PAGE).statusCode()).isEqualTo(302);
        assertThat(location(portal.giveCode(Inbox.of(stack.address()).codeFor(account.mobile()))))
                .endsWith(PAGE);
    }

    @Test
    void isThereForAdministratorsTooAndLeadsThemBackToTheirOwnDoor() {
        var administrator = TestAccount.openAdministrator(stack);
        portal.signInToAdministrate(administrator);
        assertThat(page()).contains("Cet appareil");

        change(administrator, "ended_at = now()");

        assertThat(location(portal.visitor().get(PAGE))).contains("/admin/connexion?retour=%2Fcompte%2Fconnexions");
    }

    @Test
    void isOverWhenNobodyUsedItForHalfAnHour() {
        portal.signIn(account);
        change(account, "seen_at = now() - interval '29 minutes'");
        assertThat(left()).contains("\"last\":false");
        assertThat(left()).matches(".*\"seconds\":(5\\d|60),.*");

        assertThat(portal.visitor().postJson("/api/session/keep", "{}").body())
                .matches(".*\"seconds\":1(800|7\\d\\d),.*");

        change(account, "seen_at = now() - interval '30 minutes'");
        assertThat(portal.visitor().postJson("/api/session/left", "{}").statusCode())
                .isEqualTo(401);
        assertThat(entered(portal.visitor())).isFalse();
    }

    @Test
    void isOverAfterTwelveHoursButForACallThatGoesOn() {
        portal.signIn(account);
        var room = "/api/pro/rooms/" + portal.invite(TestAccount.someNumber());
        change(account, "ends_at = now() + interval '60 seconds'");
        assertThat(left()).contains("\"last\":true");
        assertThat(portal.visitor().postJson(room + "/presence", "{}").statusCode())
                .isEqualTo(204);

        change(
                account,
                "ends_at = now(), seen_at = now() - interval '6 minutes', called_at = now() - interval '6 minutes'");

        assertThat(entered(portal.visitor())).isFalse();
        assertThat(left()).contains("seconds");
        assertThat(portal.visitor().postJson(room + "/ticket", "{}").statusCode())
                .isEqualTo(200);
        assertThat(portal.visitor().postJson("/api/pro/precall/relays", "{}").statusCode())
                .isEqualTo(401);
        assertThat(tables.count("SELECT count(*) FROM personal_session WHERE called_at > now() - interval '1 minute'"
                        + " AND id = '" + sessions().get(0) + "'"))
                .isEqualTo(1);

        change(account, "called_at = now() - interval '15 minutes'");
        assertThat(portal.visitor().postJson(room + "/ticket", "{}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void noCallBeginsOnceTheTwelveHoursAreOver() {
        portal.signIn(account);
        var room = "/api/pro/rooms/" + portal.invite(TestAccount.someNumber());
        change(account, "ends_at = now(), called_at = NULL");

        assertThat(portal.visitor().postJson(room + "/presence", "{}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void isOverForAllThatABrowserAsksAtOnce() throws Exception {
        portal.signIn(account);
        change(account, "ended_at = now()");
        var asked = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> (Callable<Integer>) () ->
                        portal.visitor().postJson("/api/session/left", "{}").statusCode())
                .toList();

        var crowd = Executors.newFixedThreadPool(AT_ONCE);
        for (var status : crowd.invokeAll(asked)) {
            assertThat(status.get()).isEqualTo(401);
        }
        crowd.shutdown();
    }

    @Test
    void endsWithTheAccountsOwnCount() {
        portal.signIn(account);
        tables.execute("UPDATE account SET sessions = sessions + 1 WHERE identifier = '" + account.identifier() + "'");
        assertThat(entered(portal.visitor())).isFalse();

        portal.signIn(account);
        tables.execute("UPDATE account SET active = FALSE WHERE identifier = '" + account.identifier() + "'");
        assertThat(entered(portal.visitor())).isFalse();
    }

    @Test
    void endsBySigningOutForWhoeverCopiedTheCookieToo() {
        portal.signIn(account);
        portal.visitor().post("/deconnexion", "");

        assertThat(tables.count("SELECT count(*) FROM personal_session WHERE ended_at IS NOT NULL AND id = '"
                        + sessions().get(0) + "'"))
                .isEqualTo(1);
    }

    @Test
    void announcesASignInFromAnotherDeviceAndFromNoneThatIsKnown() {
        tables.execute("UPDATE account SET language = 'en' WHERE identifier = '" + account.identifier() + "'");
        portal.signIn(account);
        portal.visitor().post("/deconnexion", "");
        portal.signIn(account);
        assertThat(devices()).isEqualTo(1);

        signInFrom(CHROME);
        await().until(() -> !Inbox.of(stack.address()).to(account.mail()).isEmpty());

        assertThat(Inbox.of(stack.address()).to(account.mail()))
                .singleElement()
                .asString()
                .contains("Camille Martin", "Chrome, Windows", "/mot-de-passe-oublie", PAGE)
                .contains(Tongue.ENGLISH
                        .of("sessions", "sessions.mail.device.subject")
                        .replace("{0}: ", ""));
        assertThat(devices()).isEqualTo(2);
        assertThat(tables.everyRow()).doesNotContain(portal.visitor().cookie("__Host-device"));
    }

    @Test
    void givesTheDeviceACookieOfOurOwnThatScriptsCannotRead() {
        portal.visitor().cookie("__Host-device", "AAAAAAAAAAAAAAAAAAAAAA");
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        var entered = portal.giveCode(Inbox.of(stack.address()).codeFor(account.mobile()));

        assertThat(entered.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("__Host-device="))
                .singleElement()
                .asString()
                .containsIgnoringCase("; path=/")
                .containsIgnoringCase("; secure")
                .containsIgnoringCase("; httponly")
                .containsIgnoringCase("; samesite=lax")
                .containsIgnoringCase("; max-age=34128000")
                .doesNotContain("AAAAAAAAAAAAAAAAAAAAAA");
    }

    private Portal signInFrom(String browser) {
        var other = new Portal(stack.address());
        other.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        var code = Inbox.of(stack.address()).codeFor(account.mobile());
        var form = Visitor.filled(other.visitor().get("/code").body(), "verify", "enter", Map.of("code", code));
        assertThat(location(other.visitor().post("/code", form, "User-Agent", browser)))
                .endsWith("/pro/services");
        return other;
    }

    private String page() {
        return portal.visitor().get(PAGE).body();
    }

    private void end(String session) {
        portal.visitor().submit(PAGE, page(), "sessions", "end", Map.of("end", session));
    }

    private String left() {
        return portal.visitor().postJson("/api/session/left", "{}").body();
    }

    /** Oldest first. */
    private List<String> sessions() {
        return tables.texts(MINE.formatted(account.identifier()) + " ORDER BY s.opened_at");
    }

    private void change(TestAccount of, String what) {
        tables.execute(
                "UPDATE personal_session SET " + what + " WHERE id IN (" + MINE.formatted(of.identifier()) + ")");
    }

    private int devices() {
        return tables.count("SELECT count(*) FROM known_device d JOIN account a ON a.id = d.account_id"
                + " WHERE a.identifier = '" + account.identifier() + "'");
    }

    private int deeds(String action, String subject) {
        return tables.count(
                "SELECT count(*) FROM audit_event WHERE action = '" + action + "' AND subject = '" + subject + "'");
    }

    private static boolean entered(Visitor visitor) {
        return visitor.get("/pro/services").statusCode() == 200;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
