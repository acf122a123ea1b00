package fr.predice.visio.messaging.sms.ovh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.support.OvhStandIn;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A production server whose SMS leave by OVH. */
class OvhIT {
    private static final String RECEIPTS = "0123456789abcdef0123456789abcdef";

    private static final OvhStandIn ovh = OvhStandIn.start();
    private static Stack stack;

    private final String number = TestAccount.someNumber();
    private final Visitor provider = new Visitor(stack.address());

    @BeforeAll
    static void start() {
        var settings = new HashMap<>(ovh.settings());
        settings.put("VISIO_SMS_RECEIPT_SECRET", RECEIPTS);
        settings.put("VISIO_ADMIN_MAIL", "administrateur@example.org");
        ovh.credits(150);
        stack = Stack.startProduction("it-ovh", settings);
    }

    @AfterAll
    static void stop() {
        stack.close();
        ovh.close();
    }

    @Test
    void carriesTheCodeAndTheInvitationAndBringsTheReceiptBack() throws Exception {
        var account = TestAccount.open(stack);
        var portal = new Portal(stack.address());
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        var code = newest(account.mobile(), "\\b([0-9]{6})\\b");
        portal.giveCode(code);
        var invitation = portal.invite(number);
        var token = newest("+33" + number.substring(1), "/r#(\\S{22})");
        await().until(() -> state(invitation).equals("SENT"));

        var job = ovh.accepted().get(ovh.accepted().size() - 1).id();
        assertThat(receipt(RECEIPTS, job, 2)).isEqualTo(204);
        assertThat(state(invitation)).isEqualTo("SENT");
        assertThat(receipt(RECEIPTS, job, 4)).isEqualTo(204);
        assertThat(state(invitation)).isEqualTo("DELIVERED");
        assertThat(receipt(RECEIPTS, job, 4)).isEqualTo(204);
        assertThat(receipt(RECEIPTS, job, 5)).isEqualTo(204);
        assertThat(state(invitation)).isEqualTo("DELIVERED");

        assertThat(logs()).doesNotContain(token, RECEIPTS, OvhStandIn.SECRET, number.substring(1));
        assertThat(Pattern.compile("(?<![0-9a-f.,])" + code + "(?![0-9a-f])")
                        .matcher(logs())
                        .find())
                .isFalse();
    }

    @Test
    void ignoresReceiptsThatNobodyWaitsFor() throws Exception {
        assertThat(receipt(RECEIPTS, 42, 4)).isEqualTo(204);
        assertThat(provider.get("/api/sms/receipts/" + RECEIPTS).statusCode()).isEqualTo(204);
        assertThat(provider.get("/api/sms/receipts/" + RECEIPTS + "?id=1'--&ptt=4")
                        .statusCode())
                .isIn(204, 400);
        assertThat(provider.post("/api/sms/receipts/" + RECEIPTS, "id=42&ptt=5").statusCode())
                .isEqualTo(204);
        assertThat(logs()).doesNotContain(RECEIPTS);
    }

    @Test
    void knowsNobodyWithoutTheSecret() {
        assertThat(receipt("0123456789abcdef0123456789abcdee", 42, 4)).isEqualTo(404);
        assertThat(provider.get("/api/sms/receipts/?id=42&ptt=4").statusCode()).isEqualTo(404);
        assertThat(provider.cookies()).isEmpty();
    }

    @Test
    void showsALowCreditAndWarnsOfIt() {
        var health = new Visitor("http://127.0.0.1:" + stack.healthPort());

        await().until(() -> health.get("/health/ready").body().contains("\"low\":true"));
        assertThat(health.get("/health/ready").body()).contains("\"name\":\"sms\"", "\"credits\":150", "\"problem\"");
        await().until(() -> count("SELECT count(*) FROM outgoing_message WHERE channel = 'MAIL'") == 1);
    }

    private int receipt(String secret, long job, int ptt) {
        var path = "/api/sms/receipts/" + secret + "?id=" + job + "&ptt=" + ptt + "&date=2026-11-23&description=x";
        return provider.get(path).statusCode();
    }

    private static String newest(String receiver, String wanted) {
        await().until(() -> !ovh.to(receiver).isEmpty());
        var texts = ovh.to(receiver);
        var found = Pattern.compile(wanted).matcher(texts.get(texts.size() - 1));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String state(Object about) throws SQLException {
        try (var database = stack.database();
                var query = database.prepareStatement("SELECT state FROM outgoing_message WHERE about = ?")) {
            query.setObject(1, about);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static int count(String sql) throws SQLException {
        try (var database = stack.database();
                var row = database.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String logs() throws IOException {
        return Files.readString(stack.serverLog()) + Files.readString(stack.accessLog());
    }
}
