package fr.predice.visio.signin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What wrong passwords and codes lead to, for whom. */
@ExtendWith(StackExtension.class)
class ThrottleIT {
    private static final String WAIT = "plusieurs essais de suite";
    private static final String LOCKED = "Il y a eu trop d’essais";
    private static final Pattern LINK = Pattern.compile("/mot-de-passe#(\\S{22})");

    private static Stack stack;

    private Tables tables;
    private TestAccount account;
    private Portal stranger;

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
    }

    @BeforeEach
    void newAccount() {
        tables = new Tables(stack);
        account = TestAccount.open(stack);
        stranger = new Portal(stack.address());
    }

    @Test
    void locksStrangersOutAndNeverTheOwnerAtTheirOwnDevice() {
        var owner = new Portal(stack.address()).signIn(account);
        owner.visitor().post("/deconnexion", "");

        tryWrongPasswords(10);

        assertThat(give(stranger, Portal.PASSWORD).body()).contains(LOCKED, "15 min", "Mot de passe oublié");
        assertThat(give(new Portal(stack.address()), Portal.PASSWORD).body()).contains(LOCKED);
        assertThat(tables.count("SELECT count(*) FROM audit_event WHERE action = 'SIGN_IN_LOCKED'"))
                .isPositive();
        owner.signIn(account);
        assertThat(owner.visitor().get("/pro/services").statusCode()).isEqualTo(200);
        for (var spelling : List.of(
                account.identifier(),
                account.identifier().toUpperCase(Locale.ROOT),
                " " + account.identifier(),
                account.identifier().replace('i', 'İ'))) {
            var answer = stranger.givePassword(spelling, Portal.PASSWORD, "SMS");
            assertThat(answer.statusCode()).as(spelling).isEqualTo(200);
        }
    }

    @Test
    void countsTheOwnersDeviceTooButForItselfAlone() {
        var owner = new Portal(stack.address()).signIn(account);
        for (var attempt = 0; attempt < 5; attempt++) {
            give(owner, "faux");
        }

        assertThat(give(owner, Portal.PASSWORD).body()).contains(WAIT);
        assertThat(location(give(stranger, Portal.PASSWORD))).endsWith("/code");
    }

    @Test
    void makesOneWaitLongerAfterEachWrongPasswordAndForgetsThemAfterARightOne() {
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThat(give(stranger, "faux").body()).contains("n’est pas le bon");
        }
        assertThat(give(stranger, Portal.PASSWORD).body()).contains(WAIT).containsPattern("dans [1-5] s");

        passTime();
        assertThat(give(stranger, "faux").body()).contains("n’est pas le bon");
        assertThat(give(stranger, "faux").body()).contains(WAIT).containsPattern("dans ([6-9]|10) s");

        passTime();
        assertThat(location(give(stranger, Portal.PASSWORD))).endsWith("/code");
        assertThat(give(stranger, "faux").body()).contains("n’est pas le bon");
        assertThat(location(give(stranger, Portal.PASSWORD))).endsWith("/code");
    }

    @Test
    void saysTheSameOfAnUnknownIdentifier() {
        var known = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        for (var attempt = 0; attempt < 7; attempt++) {
            known.add(notices(give(stranger, "faux")));
            unknown.add(notices(stranger.givePassword("x" + account.identifier(), "faux", "SMS")));
        }

        assertThat(known.get(6)).contains(WAIT);
        assertThat(withoutSeconds(unknown)).isEqualTo(withoutSeconds(known));
    }

    @Test
    void countsCodesApartAndKeepsTheOwnersWayOpen() {
        var owner = new Portal(stack.address()).signIn(account);
        owner.visitor().post("/deconnexion", "");
        tryWrongCodes();
        passTime();
        tryWrongCodes();

        give(stranger, Portal.PASSWORD);
        var right = Inbox.of(stack.address()).codeFor(account.mobile());
        assertThat(stranger.giveCode(right).body()).contains(LOCKED, "15 min");
        assertThat(tables.count("SELECT max(attempts) FROM sign_in_challenge c JOIN account a ON a.id = c.account_id"
                        + " WHERE a.identifier = '" + account.identifier() + "' AND c.consumed_at IS NULL"
                        + " AND c.attempts < 5"))
                .isZero();
        owner.signIn(account);
    }

    @Test
    void sendsTheOwnerACodeHoweverManyAStrangerAskedFor() {
        var owner = new Portal(stack.address()).signIn(account);
        owner.visitor().post("/deconnexion", "");
        for (var send = 0; send < 12; send++) {
            give(stranger, Portal.PASSWORD);
        }
        assertThat(give(stranger, Portal.PASSWORD).statusCode()).isEqualTo(200);

        owner.signIn(account);
    }

    @Test
    void hashesAPasswordAnewWhenItsParametersAreNoMoreTodays() {
        var former = Password.hash(Portal.PASSWORD)
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(8192, 1, 1, 32, Argon2.ID, 19))
                .getResult();
        tables.execute("UPDATE account SET password_hash = '" + former + "' WHERE identifier = '" + account.identifier()
                + "'");

        assertThat(give(stranger, "faux").body()).contains("n’est pas le bon");
        assertThat(hash()).isEqualTo(former);
        assertThat(location(give(stranger, Portal.PASSWORD))).endsWith("/code");

        assertThat(hash()).contains("m=19456,t=2,p=1");
        assertThat(location(give(stranger, Portal.PASSWORD))).endsWith("/code");
    }

    private HttpResponse<String> give(Portal portal, String password) {
        return portal.givePassword(account.identifier(), password, "SMS");
    }

    /** By the link of a forgotten password, which only the account's mailbox gets. */
    @Test
    void opensAgainOnceThePasswordIsReplaced() {
        tryWrongPasswords(10);
        assertThat(give(stranger, Portal.PASSWORD).body()).contains(LOCKED);

        var visitor = new Visitor(stack.address());
        var lost = visitor.get("/mot-de-passe-oublie").body();
        visitor.submit("/mot-de-passe-oublie", lost, "lost", "ask", Map.of("who", account.identifier()));
        var link = Inbox.of(stack.address()).newest(account.mail(), LINK);
        var page = visitor.get("/mot-de-passe").body();
        var chosen = Map.of("token", link, "password", "un renard au clair de lune");
        assertThat(location(visitor.submit("/mot-de-passe", page, "reset", "choose", chosen)))
                .endsWith("/connexion");

        assertThat(location(give(stranger, "un renard au clair de lune"))).endsWith("/code");
    }

    @Test
    void opensAgainWhereSupportUnlocks() {
        tryWrongPasswords(10);
        var support = new Portal(stack.address())
                .signInToSupport(TestAccount.openSupport(stack))
                .visitor();

        var path = "/admin/compte?id=" + account.id(stack);
        support.submit(path, support.get(path).body(), "unlocking", "unlock", Map.of());

        assertThat(location(give(stranger, Portal.PASSWORD))).endsWith("/code");
    }

    private void tryWrongPasswords(int times) {
        for (var attempt = 0; attempt < times; attempt++) {
            assertThat(give(stranger, "faux").body()).contains("n’est pas le bon");
            if (attempt < times - 1) {
                passTime();
            }
        }
    }

    /** All five of a sign-in. */
    private void tryWrongCodes() {
        assertThat(location(give(stranger, Portal.PASSWORD))).endsWith("/code");
        var right = Integer.parseInt(Inbox.of(stack.address()).codeFor(account.mobile()));
        for (var attempt = 1; attempt <= 5; attempt++) {
            stranger.giveCode("%06d".formatted((right + attempt) % 1_000_000));
            if (attempt < 5) {
                passTime();
            }
        }
    }

    /** Until the next try is let through. */
    private void passTime() {
        tables.execute("UPDATE sign_in_try SET closed_until = now() WHERE closed_until > now()");
    }

    private String hash() {
        return tables.texts("SELECT password_hash FROM account WHERE identifier = '" + account.identifier() + "'")
                .get(0);
    }

    private static List<String> withoutSeconds(List<String> notices) {
        return notices.stream()
                .map(notice -> notice.replaceAll("\\d+ s", "… s"))
                .toList();
    }

    private static String notices(HttpResponse<String> answer) {
        var body = answer.body();
        var start = body.indexOf("id=\"signin-notices\"");
        return body.substring(start, body.indexOf("<label", start)).replaceAll("<[^>]*>", "");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
