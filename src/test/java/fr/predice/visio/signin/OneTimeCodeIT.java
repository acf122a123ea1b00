package fr.predice.visio.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class OneTimeCodeIT {
    private static final int PARALLEL = 64;

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
    void comparesAtMostFiveOfSixtyFourParallelGuesses() throws Exception {
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        var code = Inbox.of(stack.address()).codeFor(account.mobile());
        var wrong = IntStream.range(0, PARALLEL)
                .mapToObj(i -> "%06d".formatted((Integer.parseInt(code) + 1 + i) % 1_000_000));

        var answers = guessAtOnce(wrong.toList());

        assertThat(answers).noneMatch(OneTimeCodeIT::entered);
        assertThat(attempts()).isEqualTo(5);
        assertThat(entered(portal.giveCode(code))).isFalse();
    }

    @Test
    void signsInAtMostOnceWhenTheRightCodeComesManyTimesAtOnce() throws Exception {
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        var code = Inbox.of(stack.address()).codeFor(account.mobile());

        var answers =
                guessAtOnce(IntStream.range(0, PARALLEL).mapToObj(i -> code).toList());

        assertThat(answers.stream().filter(OneTimeCodeIT::entered)).hasSizeLessThanOrEqualTo(1);
        assertThat(attempts()).isBetween(1, 5);
        assertThat(consumed()).isTrue();
    }

    @Test
    void refusesAnExpiredCode() throws SQLException {
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        var code = Inbox.of(stack.address()).codeFor(account.mobile());
        update("code_expires_at = now() - interval '1 second'");

        var answer = portal.giveCode(code);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Ce code a expiré", "<form id=\"again\"");
    }

    @Test
    void refusesACodeThatWasUsed() {
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        var code = Inbox.of(stack.address()).codeFor(account.mobile());
        var page = portal.visitor().get("/code").body();
        var again = new Visitor(stack.address());
        portal.visitor().cookies().forEach(again::cookie);
        assertThat(entered(portal.visitor().submit("/code", page, "verify", "enter", Map.of("code", code))))
                .isTrue();

        assertThat(entered(again.submit("/code", page, "verify", "enter", Map.of("code", code))))
                .isFalse();
    }

    @Test
    void refusesTheCodeOfAnotherSession() {
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        var code = Inbox.of(stack.address()).codeFor(account.mobile());
        var other = new Portal(stack.address());
        other.givePassword(TestAccount.open(stack).identifier(), Portal.PASSWORD, "SMS");

        assertThat(entered(other.giveCode(code))).isFalse();
    }

    @Test
    void onlyTheLastCodeSentIsWorthSomething() throws SQLException {
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        var first = Inbox.of(stack.address()).codeFor(account.mobile());
        assertThat(resend().body()).contains("Vous pourrez en demander un autre");

        update("last_sent_at = last_sent_at - interval '60 seconds'");
        assertThat(resend().statusCode()).isEqualTo(302);
        var second = secondCode();

        assertThat(first.equals(second) || !entered(portal.giveCode(first))).isTrue();
        assertThat(entered(portal.giveCode(second))).isTrue();
    }

    @Test
    void sendsTheCodeTheOtherWay() throws SQLException {
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        update("last_sent_at = last_sent_at - interval '60 seconds'");

        portal.visitor().submit("/code", portal.visitor().get("/code").body(), "again", "other", Map.of());
        var byMail = Inbox.of(stack.address()).codeFor(account.mail());

        assertThat(portal.visitor().get("/code").body()).contains("e•••@example.org");
        assertThat(entered(portal.giveCode(byMail))).isTrue();
    }

    @Test
    void sendsThreeCodesAtMost() throws SQLException {
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        for (var send = 2; send <= 3; send++) {
            update("last_sent_at = last_sent_at - interval '60 seconds'");
            assertThat(resend().statusCode()).isEqualTo(302);
        }
        update("last_sent_at = last_sent_at - interval '60 seconds'");

        assertThat(portal.visitor().get("/code").body()).doesNotContain("<form id=\"again\"");
    }

    @Test
    void keepsNoCodeInTheDatabase() throws SQLException {
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        var code = Inbox.of(stack.address()).codeFor(account.mobile());

        try (var connection = stack.database();
                var rows = connection.createStatement().executeQuery("SELECT code_hmac FROM sign_in_challenge")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).hasSize(64).doesNotContain(code);
            }
        }
    }

    private List<HttpResponse<String>> guessAtOnce(List<String> codes) throws Exception {
        var page = portal.visitor().get("/code").body();
        var pool = Executors.newFixedThreadPool(PARALLEL);
        try {
            var tries = new ArrayList<Callable<HttpResponse<String>>>();
            for (var code : codes) {
                var visitor = new Visitor(stack.address());
                portal.visitor().cookies().forEach(visitor::cookie);
                tries.add(() -> visitor.submit("/code", page, "verify", "enter", Map.of("code", code)));
            }
            var answers = new ArrayList<HttpResponse<String>>();
            for (var answer : pool.invokeAll(tries)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }

    private HttpResponse<String> resend() {
        return portal.visitor().submit("/code", portal.visitor().get("/code").body(), "again", "resend", Map.of());
    }

    private String secondCode() {
        var inbox = Inbox.of(stack.address());
        await().until(() -> inbox.to(account.mobile()).size() == 2);
        return inbox.codeFor(account.mobile());
    }

    private static boolean entered(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .filter(to -> to.contains("/pro/"))
                .isPresent();
    }

    private int attempts() throws SQLException {
        return Integer.parseInt(challenge("attempts"));
    }

    private boolean consumed() throws SQLException {
        return challenge("consumed_at") != null;
    }

    private String challenge(String column) throws SQLException {
        try (var connection = stack.database();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT " + column + " FROM sign_in_challenge c "
                                + "JOIN account a ON a.id = c.account_id WHERE a.identifier = '" + account.identifier()
                                + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    private void update(String change) throws SQLException {
        try (var connection = stack.database();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE sign_in_challenge SET " + change
                    + " WHERE account_id = (SELECT id FROM account WHERE identifier = '" + account.identifier() + "')");
        }
    }
}
