package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.Meeting;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.OvhStandIn;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.SmtpStandIn;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.TestCertificate;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the zip alone, by the commands of its INSTALL.md, on the stock server behind a proxy. Those are root's. */
@Order(2)
class InstallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ADMINISTRATOR = "administrateur@example.org";
    private static final Pattern ACTIVATION = Pattern.compile("https://localhost:\\d+/activation#\\S{22}");
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");
    private static final Pattern LINK = Pattern.compile("https://localhost:\\d+/r#\\S{22}");

    /** As people's, who would trust the hospital's certificate. */
    @RegisterExtension
    static final Browsers BROWSERS = Browsers.credulous();

    private final TestCertificate certificate = TestCertificate.of("dns:localhost");
    private final OvhStandIn ovh = OvhStandIn.start();
    private final SmtpStandIn mailServer = SmtpStandIn.start(certificate);

    @BeforeAll
    static void root() {
        assumeThat(System.getProperty("user.name"))
                .as("the commands of INSTALL.md are root's: they are left out, and so is the call from the zip alone")
                .isEqualTo("root");
    }

    @AfterEach
    void closeStandIns() {
        mailServer.close();
        ovh.close();
    }

    @Test
    void servesACallWithDebiansPostgres15BehindNginx() throws Exception {
        try (var installed =
                new Installed("it-install-15", "standalone.xml", ForeignPostgres::debian15, FrontProxy.Kind.NGINX)) {
            var stock = Files.readString(installed.configuration());
            prepare(installed);
            installed.sheet().run("mandataire", "deploiement");
            installed.start(certificate);

            verify(installed);
            meet(installed);
            assertThat(Files.readAllLines(installed.log("server.json")))
                    .allMatch(line -> line.startsWith("{\"timestamp\":"));

            BROWSERS.closeAll();
            installed.stop();
            installed.sheet().run("retour");
            assertThat(Files.readString(installed.configuration())).isEqualTo(stock);
            assertThat(installed.sheet().notRun())
                    .containsExactly("carte", "certificat", "coffre", "verification-https");
        }
    }

    /** With what is optional, what a cluster starts from, and a certificate of its own. */
    @Test
    void servesACallWithPostgres17BehindHaproxy() throws Exception {
        try (var installed = new Installed(
                "it-install-17", "standalone-ha.xml", ForeignPostgres::embedded17, FrontProxy.Kind.HAPROXY)) {
            var stock = Files.readString(installed.configuration());
            prepare(installed);
            installed
                    .sheet()
                    .shell("openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -out $CERTIFICAT"
                            + " -keyout $CLE\n"
                            + "echo VISIO_BEHIND_PROXY=true >> $REGLAGES/visio.env");
            installed.sheet().run("certificat", "deploiement", "coffre", "carte");
            assertThat(Files.readString(installed.settings()))
                    .doesNotContain("VISIO_DB_PASSWORD", SmtpStandIn.PASSWORD);
            installed.start(certificate);

            verify(installed);
            installed.sheet().run("verification-https");
            installed
                    .sheet()
                    .shell("[ $(curl -sSk -o /dev/null -w '%{http_code}' https://localhost:$VISIO_CARD_PORT/) = 404 ]");
            meet(installed);

            BROWSERS.closeAll();
            installed.stop();
            installed.sheet().run("retour");
            assertThat(Files.readString(installed.configuration())).isEqualTo(stock);
            assertThat(installed.sheet().notRun()).containsExactly("mandataire");
        }
    }

    private void prepare(Installed installed) throws Exception {
        var sheet = installed.sheet();
        sheet.run("sommes", "lieux", "proprietaire", "secrets");
        var settings = new HashMap<>(ovh.settings());
        settings.putAll(mailServer.settings());
        settings.put("VISIO_ADMIN_MAIL", ADMINISTRATOR);
        // The certificate of the hospital's mail server, which its machines trust.
        var trusted = installed.settings().resolveSibling("trusted.p12");
        sheet.shell("install -m 0644 " + certificate.keyStore().toAbsolutePath() + " " + trusted);
        settings.put(
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=" + trusted + " -Djavax.net.ssl.trustStorePassword="
                        + TestCertificate.PASSWORD);
        installed.set(settings);
        sheet.run("environnement", "base", "pilote", "configuration");
    }

    private void verify(Installed installed) throws Exception {
        installed.sheet().run("verification");
        await().atMost(PATIENCE).until(() -> activations() == 1);
        installed.sheet().run("administrateur");
        await().atMost(PATIENCE).until(() -> activations() == 2);
        // The proxy sends nobody to a server that it has not seen well yet.
        await().atMost(PATIENCE)
                .until(() -> visitor(installed).get("/activation").statusCode() == 200);
    }

    private long activations() {
        return mailServer.to(ADMINISTRATOR).stream()
                .filter(mail -> ACTIVATION.matcher(mail.text()).find())
                .filter(mail -> mail.encrypted() && mail.signedIn())
                .count();
    }

    private void meet(Installed installed) throws Exception {
        TestAccount account;
        try (var database = installed.database()) {
            account = TestAccount.open(database);
        }
        var portal = new Portal(installed.publicAddress(), visitor(installed));
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        portal.giveCode(newestSms(account.mobile(), CODE));
        var organizer = new OrganizerAtDesk(
                        BROWSERS.desk(Tongue.FRENCH), account, installed.publicAddress(), installed.publicAddress())
                .signedIn(portal);

        var number = TestAccount.someNumber();
        organizer.invite(number);
        organizer.hears("room.waiting");
        var link = newestSms("+33" + number.substring(1), LINK);
        assertThat(link).startsWith(installed.publicAddress() + "/r#");
        var guest = new GuestOnPhone(BROWSERS.phone(Tongue.FRENCH)).open(link);
        guest.join();

        new Meeting(organizer, guest, number, link).bothSeeAndHear();
        // By the sockets that the proxy carries.
        organizer.leave();
        organizer.hears("room.ended");
        guest.hears("guest.ended");
    }

    private Visitor visitor(Installed installed) {
        return new Visitor(installed.publicAddress(), certificate.client());
    }

    private String newestSms(String number, Pattern wanted) {
        await().atMost(PATIENCE).until(() -> !ovh.to(number).isEmpty());
        var texts = ovh.to(number);
        var found = wanted.matcher(texts.get(texts.size() - 1));
        assertThat(found.find()).isTrue();
        return found.group(found.groupCount());
    }
}
