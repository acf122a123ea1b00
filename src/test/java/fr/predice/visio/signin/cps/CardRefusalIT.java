package fr.predice.visio.signin.cps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.stack.CardSite;
import fr.predice.visio.stack.Ran;
import fr.predice.visio.support.NewcomersForm;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.TestAuthority;
import fr.predice.visio.support.TestCard;
import fr.predice.visio.support.TestResponder;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whom the deployed server does not let in, over the card listener's TLS. */
@ExtendWith(CardSite.Extension.class)
class CardRefusalIT {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int READINGS = 40;
    private static final TestAuthority IMPOSTOR = TestAuthority.quick();
    private static final TestAuthority UNKNOWN = TestAuthority.quick("AC RACINE INCONNUE", "AC INCONNUE");

    /** Its last digit is wrong. */
    private static final String RPPS_WITHOUT_LUHN = "99700367916";

    private static final String SESSIONS = "SELECT count(*) FROM personal_session WHERE account_id = '%s'";

    static CardSite site;
    static CardVisit visit;
    static Tables tables;

    private final String number = NewcomersForm.of("Camille", "Martin").number();
    private final Visitor portal = visit.portal();
    private TestAccount account;

    @TempDir
    Path directory;

    @BeforeAll
    static void open(CardSite opened) {
        site = opened;
        visit = new CardVisit(opened);
        tables = new Tables(opened.stack());
    }

    @BeforeEach
    void somebody() {
        account = visit.numbered(number);
    }

    /** No page of ours: the handshake ends with an alert, which browsers show as an error of theirs. */
    @Test
    void refusesInTheHandshake() {
        var now = Instant.now();
        var impostors = IMPOSTOR.card("8" + number);
        var refused = Map.of(
                "expired",
                        order().valid(now.minus(DAY.multipliedBy(900)), now.minus(DAY))
                                .make(),
                "not yet valid",
                        order().valid(now.plus(DAY), now.plus(DAY.multipliedBy(900)))
                                .make(),
                "signature pair", order().forSignature().make(),
                "unknown issuer", UNKNOWN.card("8" + number),
                "issuer of the right name with a wrong key", impostors,
                "the same beside the right issuer",
                        new TestCard(
                                impostors.key(),
                                List.of(
                                        impostors.certificate(),
                                        site.authority().issuer(),
                                        site.authority().root())));

        for (var version : List.of("1.2", "1.3")) {
            refused.forEach((why, card) -> assertThat(seen(card, version))
                    .as(why + " " + version)
                    .contains("alert")
                    .doesNotContain("<h1>", "HTTP/"));
        }
    }

    @Test
    void tellsWhyOnOurPage() {
        var good = card();
        var nameless = order().named(new X500Name("CN=8" + RPPS_WITHOUT_LUHN)).make();
        for (var version : List.of("1.2", "1.3")) {
            assertThat(seen(nameless, version)).contains(text("cps.refused.BAD_NUMBER"));
            assertThat(seen(with(good, UNKNOWN.card("8" + number).chain()), version))
                    .as("extra certificates in the chain")
                    .contains(text("cps.read.KNOWN"), number);
        }

        site.authority().revoke(good);
        site.publishList();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(seen(good, "1.3"))
                        .contains(text("cps.refused.REVOKED"))
                        .doesNotContain("<form"));

        try (var web = new TestResponder(site.authority())) {
            var answered = order().answeredBy(web.ocsp().toString()).make();
            var lost = order().answeredBy(web.ocsp().toString()).make();
            site.authority().revoke(lost);
            assertThat(seen(answered, "1.3")).contains(text("cps.read.KNOWN"));
            assertThat(seen(lost, "1.3")).contains(text("cps.refused.REVOKED")).doesNotContain("<form");
            assertThat(seen(lost, "1.2")).contains(text("cps.refused.REVOKED"));
            assertThat(web.asked()).as("once for each card").isEqualTo(2);

            // Nobody is asked about whoever is not let in anyway.
            account.with(site.stack(), "active = FALSE");
            var late = order().answeredBy(web.ocsp().toString()).make();
            assertThat(seen(late, "1.3")).contains(text("cps.read.SUSPENDED"));
            assertThat(web.asked()).isEqualTo(2);
        }
    }

    /** One card's readings are counted: not those of the person's other cards, or of everybody at its address. */
    @Test
    void readsOneCardNoMoreThanTheCeilingAllows() {
        var card = card();
        var desk = new Visitor(site.cardAddress(), Desk.with(card, site.cardAddress()));
        var link = "lien=" + SecretToken.random().hash().hex();
        // The button reads the card as the page does, and draws none.
        var led = new ArrayList<String>();
        // Where the window ends in between, twice as often.
        while (led.size() <= 2 * READINGS && !led.contains("/carte/lecteur?" + link)) {
            led.add(desk.post("/carte/connexion", link)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
        }
        assertThat(led).hasSizeGreaterThan(READINGS).endsWith("/carte/lecteur?" + link);
        assertThat(led.subList(0, led.size() - 1)).allMatch(place -> place.startsWith(site.address()));
        assertThat(visit.read(card)).contains(text("cps.read.BUSY")).doesNotContain("<form", number);

        assertThat(visit.read(card()))
                .as("the new card of whoever lost this one")
                .contains(text("cps.read.KNOWN"));
        var colleague = NewcomersForm.of("Camille", "Martin").number();
        visit.numbered(colleague);
        assertThat(visit.read(site.authority().card("8" + colleague))).contains(text("cps.read.KNOWN"));
    }

    /** Somebody else may have typed this number when they asked for an account. */
    @Test
    void comparesTheNameUntilTheNumberIsProved() {
        account.with(site.stack(), "display_name = 'Jeanne Durand'");
        assertThat(visit.read(card()))
                .contains(text("cps.read.OTHER_NAME"), text("cps.read.OTHER_NAME.lead"))
                .doesNotContain("<form", "Durand");
        var link = "lien=" + SecretToken.random().hash().hex();
        var sent =
                new Visitor(site.cardAddress(), Desk.with(card(), site.cardAddress())).post("/carte/connexion", link);
        assertThat(sent.headers().firstValue("Location")).hasValue("/carte/lecteur?" + link);

        account.with(site.stack(), "display_name = 'Camille Lefort-Martin'");
        visit.arrives(portal, visit.ticket(portal, card(), ""));
        assertThat(tables.count("SELECT count(*) FROM account WHERE number_proved AND identifier = '"
                        + account.identifier() + "'"))
                .isEqualTo(1);
        account.with(site.stack(), "display_name = 'Jeanne Durand'");
        assertThat(visit.read(card())).contains(text("cps.read.KNOWN"));
    }

    @Test
    void opensNoSessionThatTheTrailDoesNotTell() {
        var id = account.id(site.stack());
        var ticket = visit.ticket(portal, card(), "");
        tables.execute("ALTER TABLE audit_event ADD CONSTRAINT unwritten CHECK (actor <> '" + id + "') NOT VALID");
        try {
            assertThat(visit.arrives(portal, ticket).statusCode()).isEqualTo(500);
        } finally {
            tables.execute("ALTER TABLE audit_event DROP CONSTRAINT unwritten");
        }
        assertThat(tables.count(SESSIONS.formatted(id))).isZero();
        assertThat(portal.get("/pro/services").statusCode()).isEqualTo(302);
    }

    private TestCard card() {
        return order().make();
    }

    private TestCard.Order order() {
        return site.authority().order("8" + number);
    }

    private static TestCard with(TestCard card, List<X509Certificate> more) {
        return new TestCard(
                card.key(), Stream.concat(card.chain().stream(), more.stream()).toList());
    }

    /** What comes back to a client that shows this, whatever authorities the server names. */
    private String seen(TestCard card, String version) {
        var pem = card.pem(directory.resolve(card.certificate().getSerialNumber() + ".pem"));
        var page = site.cardAddress() + "/carte/lecteur?lien="
                + SecretToken.random().hash().hex();
        return Ran.of(new ProcessBuilder(
                        "curl",
                        "-sSki",
                        "-H",
                        "Accept-Language: fr",
                        "--tlsv" + version,
                        "--tls-max",
                        version,
                        "--cert",
                        pem.toString(),
                        page))
                .said();
    }

    private static String text(String key) {
        return Tongue.FRENCH.of("cps", key);
    }
}
