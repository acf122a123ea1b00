package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A production server with the OVH and the mail server that its messages leave by. It is patient with a slow OVH, and
 * one account invites as often as it likes.
 */
public final class Production implements AutoCloseable {
    public static final String RECEIPTS = "0123456789abcdef0123456789abcdef";
    public static final String ADMINISTRATOR = "administrateur@example.org";
    public static final int CREDITS = 150;

    /** What the legal pages say of this site. */
    public static final Map<String, String> LEGAL = Map.of(
            "VISIO_PUBLISHER", "Résidence des Tilleuls",
            "VISIO_PUBLISHER_ADDRESS", "1 rue de l’Exemple, 80000 Amiens",
            "VISIO_PUBLISHER_CONTACT", "contact@tilleuls.example",
            "VISIO_PUBLICATION_DIRECTOR", "Camille Durand",
            "VISIO_HOST", "Hébergeur Exemple, 2 rue de l’Exemple, 59000 Lille",
            "VISIO_DATA_PROTECTION_CONTACT", "dpo@tilleuls.example",
            "VISIO_ACCESSIBILITY_CONTACT", "acces@tilleuls.example",
            "VISIO_ACCESSIBILITY_AUDIT", "Cabinet Exemple, 15 décembre 2026",
            "VISIO_ACCESSIBILITY_RATE", "87");

    /** A mail server that was away is asked again after some seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

    private final OvhStandIn ovh = OvhStandIn.start();
    private final SmtpStandIn mailServer;
    private final Stack stack;

    private Production() {
        var certificate = TestCertificate.of("dns:localhost");
        mailServer = SmtpStandIn.start(certificate);
        ovh.credits(CREDITS);
        var settings = new HashMap<>(ovh.settings());
        settings.putAll(mailServer.settings());
        settings.putAll(certificate.settings());
        settings.put("VISIO_SMS_RECEIPT_SECRET", RECEIPTS);
        settings.put("VISIO_ADMIN_MAIL", ADMINISTRATOR);
        settings.put("VISIO_OVH_READ_TIMEOUT", "PT20S");
        settings.put("VISIO_AUDIT_KEPT", "P8M");
        settings.put("VISIO_NUMBER_KEPT", "PT5H");
        settings.putAll(LEGAL);
        for (var most : List.of("DAY", "ACCOUNT_PER_HOUR", "ACCOUNT_PER_DAY", "ADDRESS_PER_HOUR")) {
            settings.put("VISIO_SMS_PER_" + most, "100000");
        }
        stack = Stack.startProduction("it-messages", settings);
    }

    static Production start() {
        return new Production();
    }

    public Stack stack() {
        return stack;
    }

    public OvhStandIn ovh() {
        return ovh;
    }

    public SmtpStandIn mailServer() {
        return mailServer;
    }

    /**
     * Both factors, with a code by SMS.
     *
     * @param address of the server asked
     */
    public Portal signIn(String address, TestAccount account) {
        var portal = new Portal(address);
        var before = ovh.to(account.mobile()).size();
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        await().atMost(PATIENCE).until(() -> ovh.to(account.mobile()).size() > before);
        var entered = portal.giveCode(newestSms(account.mobile(), CODE));
        assertThat(entered.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/pro/services"));
        return portal;
    }

    public String codeBySms(TestAccount account) {
        return newestSms(account.mobile(), CODE);
    }

    /** What this matches in the newest SMS to a number (E.164), once there is one. */
    public String newestSms(String number, Pattern wanted) {
        await().atMost(PATIENCE).until(() -> !ovh.to(number).isEmpty());
        var texts = ovh.to(number);
        return find(wanted, texts.get(texts.size() - 1));
    }

    public String codeByMail(TestAccount account) {
        await().atMost(PATIENCE).until(() -> !mailServer.to(account.mail()).isEmpty());
        var mails = mailServer.to(account.mail());
        return find(CODE, mails.get(mails.size() - 1).text());
    }

    private static String find(Pattern wanted, String text) {
        var found = wanted.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** All that the server has written. */
    public String logs() throws IOException {
        return Files.readString(stack.serverLog()) + Files.readString(stack.accessLog());
    }

    @Override
    public void close() {
        stack.close();
        mailServer.close();
        ovh.close();
    }
}
