package fr.predice.visio.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.support.OvhStandIn;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Production;
import fr.predice.visio.support.ProductionExtension;
import fr.predice.visio.support.SmtpStandIn;
import fr.predice.visio.support.Socket;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A production server whose SMS leave by OVH and whose mails by the site's mail server. */
@ResourceLock("Production")
@ExtendWith(ProductionExtension.class)
class ProductionMessagesIT {
    private static final Pattern LINK = Pattern.compile("/r#(\\S{22})");

    private static Production production;
    private static Stack stack;

    private final String number = TestAccount.someNumber();
    private final TestAccount account = TestAccount.open(stack);
    private final Portal portal = new Portal(stack.address());
    private final Tables tables = new Tables(stack);
    private final Visitor provider = new Visitor(stack.address());

    @BeforeAll
    static void stack(Production started) {
        production = started;
        stack = started.stack();
    }

    @Test
    void carriesTheCodeAndTheInvitationAndBringsTheReceiptBack() throws Exception {
        var organizer = production.signIn(stack.address(), account);
        var invitation = organizer.invite(number);
        var token = production.newestSms(international(), LINK);
        await().until(() -> delivery(invitation).equals("SENT"));

        var job = job();
        assertThat(receipt(Production.RECEIPTS, job, 2)).isEqualTo(204);
        assertThat(delivery(invitation)).isEqualTo("SENT");
        assertThat(receipt(Production.RECEIPTS, job, 4)).isEqualTo(204);
        assertThat(delivery(invitation)).isEqualTo("DELIVERED");
        assertThat(receipt(Production.RECEIPTS, job, 4)).isEqualTo(204);
        assertThat(receipt(Production.RECEIPTS, job, 5)).isEqualTo(204);
        assertThat(delivery(invitation)).isEqualTo("DELIVERED");

        assertThat(production.logs())
                .doesNotContain(token, Production.RECEIPTS, OvhStandIn.SECRET, number.substring(1))
                .doesNotContainPattern(alone(production.codeBySms(account)));
    }

    @Test
    void tellsTheOpenRoomThatThePhoneHasTheSms() throws Exception {
        var organizer = production.signIn(stack.address(), account);
        var room = "/api/pro/rooms/" + organizer.invite(number);
        var seat = organizer.visitor().postJson(room + "/ticket", "{}").body();
        try (var socket = Socket.open(stack.address(), "https://visio.example.org")) {
            socket.hello(seat.replaceFirst(".*\"ticket\":\"([^\"]+)\".*", "$1"));
            assertThat(socket.nextDelivery()).contains("\"state\":\"sent\"", "\"since\":\"20");

            receipt(Production.RECEIPTS, job(), 4);

            // That it was sent may be told twice: by its ticket's look, and as news.
            var heard = socket.nextDelivery();
            while (heard.contains("sent")) {
                heard = socket.nextDelivery();
            }
            assertThat(heard).contains("\"state\":\"delivered\"");
        }
    }

    @Test
    void sendsEightAtOnceThroughASlowProvider() {
        var organizer = production.signIn(stack.address(), account);
        production.ovh().delay(Duration.ofSeconds(9));
        try {
            IntStream.range(0, 8).forEach(i -> organizer.invite(TestAccount.someNumber()));

            await().until(production.ovh()::thinking, atOnce -> atOnce == 8);
        } finally {
            production.ovh().delay(Duration.ZERO);
        }
        await().until(production.ovh()::thinking, left -> left == 0);
    }

    @Test
    void ignoresReceiptsThatNobodyWaitsFor() throws Exception {
        var receipts = "/api/sms/receipts/" + Production.RECEIPTS;

        assertThat(receipt(Production.RECEIPTS, 42, 4)).isEqualTo(204);
        assertThat(provider.get(receipts).statusCode()).isEqualTo(204);
        assertThat(provider.get(receipts + "?id=1'--&ptt=4").statusCode()).isIn(204, 400);
        assertThat(provider.post(receipts, "id=42&ptt=5").statusCode()).isEqualTo(204);
        assertThat(production.logs()).doesNotContain(Production.RECEIPTS);
    }

    @Test
    void knowsNobodyWithoutTheSecret() {
        assertThat(receipt("0123456789abcdef0123456789abcdee", 42, 4)).isEqualTo(404);
        assertThat(provider.get("/api/sms/receipts/?id=42&ptt=4").statusCode()).isEqualTo(404);
        assertThat(provider.cookies()).isEmpty();
    }

    @Test
    void mailsTheCodeUnderTlsAndPassword() throws Exception {
        portal.givePassword(account.identifier(), Portal.PASSWORD, "MAIL");
        var code = production.codeByMail(account);

        assertThat(production.mailServer().to(account.mail())).singleElement().satisfies(mail -> {
            assertThat(mail.encrypted()).isTrue();
            assertThat(mail.signedIn()).isTrue();
            assertThat(mail.html()).contains(code);
        });
        assertSignsIn(code);
        assertThat(production.logs())
                .doesNotContain(account.mail(), SmtpStandIn.PASSWORD)
                .doesNotContainPattern(alone(code));
    }

    @Test
    void mailsTheCodeOnceTheMailServerIsBack() {
        production.mailServer().stop();
        try {
            portal.givePassword(account.identifier(), Portal.PASSWORD, "MAIL");
            await().atMost(Duration.ofSeconds(30)).until(() -> attempts() >= 2);
        } finally {
            production.mailServer().startAgain();
        }

        assertSignsIn(production.codeByMail(account));
    }

    @Test
    void showsALowCreditAndMailsAWarning() throws Exception {
        var health = new Visitor("http://127.0.0.1:" + stack.healthPort());

        await().until(() -> health.get("/health/ready").body().contains("\"problem\":\"low\""));
        assertThat(health.get("/health/ready").body())
                .contains("\"name\":\"sms\"", "\"credits\":" + Production.CREDITS, "\"problem\"");
        await().untilAsserted(() -> assertThat(production.mailServer().to(Production.ADMINISTRATOR))
                .filteredOn(mail -> mail.subject().contains("bientôt plus de crédit SMS"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.text()).contains("Il reste 150 crédits SMS");
                    assertThat(mail.html()).contains("Il reste 150 crédits SMS");
                }));
        assertThat(production.logs()).doesNotContain(Production.ADMINISTRATOR);
    }

    private void assertSignsIn(String code) {
        assertThat(portal.giveCode(code).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/pro/services"));
    }

    /** OVH's own number for the SMS to this test's number. */
    private long job() {
        await().until(() -> !production.ovh().to(international()).isEmpty());
        return production.ovh().accepted().stream()
                .filter(accepted -> accepted.receiver().equals(international()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private int receipt(String secret, long job, int ptt) {
        var path = "/api/sms/receipts/" + secret + "?id=" + job + "&ptt=" + ptt + "&date=2026-11-23&description=x";
        return provider.get(path).statusCode();
    }

    private String international() {
        return "+33" + number.substring(1);
    }

    /** Not as a part of a longer number. */
    private static Pattern alone(String code) {
        return Pattern.compile("(?<![0-9a-f.,])" + code + "(?![0-9a-f])");
    }

    private String delivery(UUID about) {
        return one("SELECT state FROM outgoing_message WHERE about = '" + about + "'");
    }

    /** How often the code was tried to be sent. */
    private int attempts() {
        return Integer.parseInt(one("""
                SELECT m.attempts FROM outgoing_message m JOIN sign_in_challenge c ON c.id = m.about
                JOIN account a ON a.id = c.account_id WHERE a.identifier = '%s'""".formatted(account.identifier())));
    }

    private String one(String query) {
        var texts = tables.texts(query);
        assertThat(texts).hasSize(1);
        return texts.get(0);
    }
}
