package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.NewcomersForm;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.ProSanteVisitor;
import fr.predice.visio.support.SmtpStandIn;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.TestCertificate;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same WAR does the main job on Payara Micro, as {@code src/release/payara/LISEZMOI.md} sets it up. */
@Order(3)
class PayaraIT {
    private static final Duration MAIL_PATIENCE = Duration.ofSeconds(30);
    private static final Duration TIMER_PATIENCE = Duration.ofSeconds(45);
    private static final String TOKEN = "m".repeat(40);
    private static final Pattern REFERENCE =
            Pattern.compile("class=\"reference\">[^<]*<strong>([0-9A-F]{4}-[0-9A-F]{4})<");

    @RegisterExtension
    static final Browsers browsers = Browsers.willing().whole();

    static SmtpStandIn mailServer;
    static OidcProvider proSante;
    static Stack stack;

    @BeforeAll
    static void start() throws Exception {
        var certificate = TestCertificate.of("dns:localhost");
        mailServer = SmtpStandIn.start(certificate);
        var settings = new HashMap<>(mailServer.settings());
        proSante = OidcProvider.start("it-payara-provider");
        settings.putAll(proSante.settings());
        settings.put("JAVA_TOOL_OPTIONS", trusting(certificate));
        settings.put("VISIO_METRICS_TOKEN", TOKEN);
        stack = Stack.startOnPayara("it-payara", settings);
        var home = stack.address() + "/";
        proSante.knows("client_secret_basic", List.of(home + "pro-sante-connect/retour"), List.of(home));
    }

    /** The mail server and the provider, and nobody else. */
    private static String trusting(TestCertificate ofMail) throws Exception {
        var properties = proSante.trust();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var known : Map.of(
                        ofMail.keyStore().toString(),
                        TestCertificate.PASSWORD,
                        properties.get("javax.net.ssl.trustStore"),
                        properties.get("javax.net.ssl.trustStorePassword"))
                .entrySet()) {
            var keys = KeyStore.getInstance(
                    new File(known.getKey()), known.getValue().toCharArray());
            store.setCertificateEntry(
                    known.getKey(), keys.getCertificate(keys.aliases().nextElement()));
        }
        var file = Path.of("target/it-payara-trust.p12").toAbsolutePath();
        try (var out = Files.newOutputStream(file)) {
            store.store(out, TestCertificate.PASSWORD.toCharArray());
        }
        return new TestCertificate(file).settings().get("JAVA_TOOL_OPTIONS");
    }

    @AfterAll
    static void stop() {
        stack.close();
        proSante.close();
        mailServer.close();
    }

    @Test
    void bringsTwoTogetherAndKeepsAThirdOut() {
        var people = new People(stack);
        var meeting = people.meetByHand(browsers.desk(Tongue.FRENCH), browsers.phone(Tongue.FRENCH));
        meeting.bothSeeAndHear();

        var third = people.guest(browsers.phone(Tongue.FRENCH).expectRefusal(409));
        third.open(meeting.link()).hears("guest.taken");
        third.hadOpenedItBefore();
        third.join();
        third.hears("guest.taken");
        meeting.bothSeeAndHear();

        meeting.guest().page().reload();
        meeting.guest().resume();
        meeting.bothSeeAndHear();

        meeting.organizer().leave();
        meeting.organizer().hears("room.ended");
        meeting.guest().hears("guest.ended");
    }

    @Test
    void sendsTheCodeByMailOverTlsAndSignsOut() {
        var account = TestAccount.open(stack);
        var portal = new Portal(stack.address());
        var halfway = portal.givePassword(account.identifier(), Portal.PASSWORD, "MAIL");
        assertThat(halfway.headers().firstValue("Location")).hasValue("/code");
        assertThat(portal.visitor().get("/pro/services").statusCode()).isEqualTo(302);

        await().atMost(MAIL_PATIENCE).until(() -> !mailServer.to(account.mail()).isEmpty());
        var mail = mailServer.to(account.mail()).get(0);
        assertThat(mail.encrypted() && mail.signedIn()).isTrue();
        var code = Inbox.CODE.matcher(mail.text());
        assertThat(code.find()).isTrue();
        var before = portal.visitor().cookie("__Host-session");
        portal.giveCode(code.group(1));

        assertThat(portal.visitor().cookie("__Host-session")).isNotEqualTo(before);
        assertThat(portal.visitor().get("/pro/services").statusCode()).isEqualTo(200);
        assertThat(portal.visitor().get("/admin/").statusCode()).isEqualTo(403);
        portal.visitor().post("/deconnexion", "");
        assertThat(portal.visitor().get("/pro/services").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("/connexion?retour=%2Fpro%2Fservices"));
    }

    @Test
    void letsTheOwnerOfTheNumberInByProSanteConnect() {
        var newcomer = NewcomersForm.of("Anne-Lise", "Étienne");
        TestAccount.open(stack)
                .with(
                        stack,
                        "professional_number = '" + newcomer.number() + "', display_name = '" + newcomer.name() + "'");
        var visitor = new ProSanteVisitor(stack, proSante);

        assertThat(ProSanteVisitor.location(visitor.signIn(ProSanteVisitor.Person.of(newcomer))))
                .endsWith("/pro/visio");
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void helpsAndInforms() {
        var visitor = new Visitor(stack.address());
        assertThat(visitor.get("/aide/fiche-4").body())
                .contains(Tongue.FRENCH.of("sheets", "sheets.4.title"), "id=\"carte\"");
        assertThat(visitor.get("/donnees-personnelles").body())
                .contains(Tongue.FRENCH.of("legal", "legal.data.title"), "id=\"invite\"");
    }

    @Test
    void givesPagesOurHeadersAndTheSessionASafeCookie() {
        var answer = new Visitor(stack.address()).get("/connexion");

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'", "script-src 'self' 'nonce-");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("__Host-session=")
                        .containsIgnoringCase("; Path=/; Secure; HttpOnly; SameSite=Lax")
                        .doesNotContain("Domain"));
    }

    @Test
    void tellsHowItIsToAdministratorsAndToWhoeverShowsTheWord() {
        var administrator = new Portal(stack.address()).signInToAdministrate(TestAccount.openAdministrator(stack));
        var visitor = administrator.visitor();
        await().untilAsserted(() -> assertThat(visitor.get("/admin/etat").body())
                .contains("Base de données", "Version des tables", Tongue.FRENCH.of("watch", "watch.level.fine")));
        assertThat(visitor.get("/admin/verification").statusCode()).isEqualTo(200);
        assertThat(new Visitor(stack.address()).get("/admin/etat").statusCode()).isEqualTo(302);

        var figures = new Visitor(stack.address()).get("/metrics", "Authorization", "Bearer " + TOKEN);
        assertThat(figures.statusCode()).isEqualTo(200);
        assertThat(figures.body()).contains("visio_rooms ", "visio_check{check=\"database\"} 0");
        assertThat(figures.headers().firstValue("X-Request-Id")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "/nulle-part, 404, n’existe",
        "/index.xhtml, 403, ouverte",
        "/v/0000000000/nulle-part.css, 404, n’existe",
        "/metrics, 404, n’existe",
        "/payara-metrics, 403, ouverte",
        "/health, 404, n’existe"
    })
    void errorsAndWhatPayaraWouldTellOfItselfHaveAPageOfOurs(String path, int status, String words) throws IOException {
        var answer = new Visitor(stack.address()).get(path, "Accept", "text/html,application/xhtml+xml");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains(words).doesNotContain("Exception", "Payara", "GlassFish");
        var reference = REFERENCE.matcher(answer.body());
        assertThat(reference.find()).isTrue();
        assertThat(Files.readString(stack.serverLog())).contains("Reference " + reference.group(1));
    }

    @Test
    void errorsWithoutAPageOfOursDoNotNameTheServer() {
        var answer = new Visitor(stack.address()).get("/openapi", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).doesNotContain("Payara", "GlassFish");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/WEB-INF/errors/404.xhtml",
                "/v/0000000000/../WEB-INF/web.xml",
                "/v/0000000000/%2e%2e/WEB-INF/web.xml",
                "/v/0000000000/..;/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/pro/;/visio",
                "/%70ro/visio",
                "/api/pro/rooms/x/ticket"
            })
    void whatIsNotForStrangersIsNotServed(String path) {
        assertThat(new Visitor(stack.address()).get(path).statusCode()).isNotEqualTo(200);
    }

    @Test
    void refusesForeignPagesAndHugeForms() {
        var visitor = new Visitor(stack.address());
        assertThat(visitor.post("/deconnexion", "", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);

        assertThat(visitor.post("/connexion", "identifier=" + "x".repeat(200_000))
                        .statusCode())
                .isNotEqualTo(200);
    }

    /** By a timer, which Payara leaves out unless it is told. */
    @Test
    void erasesTheNumberOfWhoeverWasCalled() {
        var number = TestAccount.someNumber();
        var room = new Portal(stack.address()).signIn(TestAccount.open(stack)).invite(number);
        var tables = new Tables(stack);
        tables.execute("UPDATE invitation SET ended_at = now() - interval '1 day' WHERE id = '" + room + "'");

        await().atMost(TIMER_PATIENCE)
                .until(() -> tables.texts("SELECT (phone IS NULL)::text FROM invitation WHERE id = '" + room + "'")
                        .equals(List.of("true")));
    }

    @Test
    void writesNoSecretInItsLog() throws IOException {
        var account = TestAccount.open(stack);
        var portal = new Portal(stack.address()).signIn(account);
        var number = TestAccount.someNumber();
        portal.invite(number);
        var link = Inbox.of(stack.address()).linkFor("+33" + number.substring(1));

        assertThat(Files.readString(stack.serverLog()))
                .doesNotContain(number.substring(1), account.mobile(), account.mail(), link, Portal.PASSWORD)
                .doesNotContain(SmtpStandIn.PASSWORD);
    }
}
