package fr.predice.visio.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.BrokenTable;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** The ceiling that all SMS of a site share, and what happens where limits cannot be counted. */
@Isolated("uses up what the whole site may send")
@ExtendWith(StackExtension.class)
class SmsLimitsIT {
    private static final int CEILING = 2000;

    private static Stack stack;

    private final String number = TestAccount.someNumber();
    private TestAccount account;
    private Portal portal;

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
    }

    @BeforeEach
    void signIn() {
        account = TestAccount.open(stack);
        portal = new Portal(stack.address()).signIn(account);
    }

    @AfterEach
    void forgetTheDay() throws SQLException {
        used(1);
    }

    @Test
    void sendsNothingWhereLimitsCannotBeCounted() {
        HttpResponse<String> answer;
        var page = portal.visitor().get("/pro/visio").body();
        try (var broken = BrokenTable.of(stack, "rate_limit")) {
            answer = portal.visitor().submit("/pro/visio", page, "invitation", "invite", Map.of("mobile", number));
        }

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("L’invitation n’est pas partie", number);
        portal.invite(number);
        assertThat(Inbox.of(stack.address()).linkFor(international())).isNotEmpty();
        assertThat(Inbox.of(stack.address()).to(international())).hasSize(1);
    }

    @Test
    void sendsNoCodeWhereLimitsCannotBeCounted() {
        var before = Inbox.of(stack.address()).to(account.mobile()).size();
        HttpResponse<String> answer;
        try (var broken = BrokenTable.of(stack, "rate_limit")) {
            answer = new Portal(stack.address()).givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        }

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Le code n’a pas pu partir", account.identifier());
        assertThat(Inbox.of(stack.address()).to(account.mobile())).hasSize(before);
    }

    @Test
    void warnsTheAdministratorOnceBeforeTheDaysCeiling() throws SQLException {
        used(CEILING * 4 / 5 - 1);
        portal.invite(number);
        portal.invite(TestAccount.someNumber());

        var mails = Inbox.of(stack.address());
        await().until(() -> !mails.to("administrateur@example.org").isEmpty());
        assertThat(mails.to("administrateur@example.org"))
                .singleElement()
                .asString()
                .contains("2", "000");
    }

    @Test
    void stopsAtTheDaysCeilingAndSaysTheOtherWay() throws SQLException {
        used(CEILING);

        var page = portal.visitor().get("/pro/visio").body();
        var invited = portal.visitor().submit("/pro/visio", page, "invitation", "invite", Map.of("mobile", number));
        assertThat(invited.body()).contains("tous les SMS permis pour aujourd’hui");

        var bySms = new Portal(stack.address()).givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        assertThat(bySms.body()).contains("Recevez votre code par mail");
        var byMail = new Portal(stack.address()).givePassword(account.identifier(), Portal.PASSWORD, "MAIL");
        assertThat(byMail.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/code"));
    }

    private static void used(int sms) throws SQLException {
        try (var database = stack.database();
                var update =
                        database.prepareStatement("UPDATE rate_limit SET used = ? WHERE bucket LIKE 'sms-site:%'")) {
            update.setInt(1, sms);
            update.executeUpdate();
        }
    }

    private String international() {
        return "+33" + number.substring(1);
    }
}
