package fr.predice.visio.signin.cps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.stack.CardSite;
import fr.predice.visio.stack.Ran;
import fr.predice.visio.support.RawRequest;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.TestCard;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From « Lecteur CPS » to the page asked for, and all that goes wrong between, over HTTP. */
@ExtendWith(CardSite.Extension.class)
class CardSignInIT {
    private static final String RPPS = "99700075122";
    private static final String SUSPENDED = "10100473999";
    private static final String STRANGER = "10100473148";
    private static final String OTHER = "10002813839";
    private static final String ADELI = "599212345";

    private static final List<String> SPOOFED = List.of(
            CardSite.PROXY_HEADER,
            "SSL_CLIENT_CERT",
            "X-SSL-Client-Cert",
            "X-Client-Cert",
            "Client-Cert",
            "X-Forwarded-Client-Cert",
            "X-ARR-ClientCert");

    static CardSite site;
    static CardVisit visit;
    static TestAccount account;
    static TestAccount other;
    static TestAccount suspended;
    static Tables tables;

    @TempDir
    Path directory;

    @BeforeAll
    static void open(CardSite opened) {
        site = opened;
        visit = new CardVisit(opened);
        tables = new Tables(site.stack());
        account = visit.numbered(RPPS);
        other = visit.numbered(OTHER);
        visit.numbered(ADELI);
        suspended = visit.numbered(SUSPENDED).with(site.stack(), "active = FALSE");
    }

    @Test
    void bringsTheHolderToThePageThatWasAskedFor() {
        var portal = visit.portal();
        assertThat(portal.get("/").body()).contains("href=\"" + site.address() + "/carte/depart\"");
        var before = portal.get("/connexion?retour=/pro/visio");
        assertThat(before.body()).contains("href=\"" + site.address() + "/carte/depart?retour=%2Fpro%2Fvisio\"");
        var unknown = portal.cookie("__Host-session");

        var ticket = visit.ticket(portal, card(RPPS), "/pro/visio");
        assertThat(ticket).matches("[A-Za-z0-9_-]{22}");
        assertThat(tables.everyRow()).doesNotContain(ticket, portal.cookie("__Host-carte"));
        assertThat(visit.arrives(portal, ticket).headers().firstValue("Location"))
                .hasValue("/pro/visio");

        assertThat(portal.cookie("__Host-session")).isNotEqualTo(unknown);
        assertThat(portal.get("/pro/visio").body()).contains("Camille Martin");
        assertThat(portal.get("/admin/demandes").statusCode()).isNotEqualTo(200);
        assertThat(tables.count("SELECT count(*) FROM audit_event WHERE action = 'SIGNED_IN' AND subject = 'CARD'"
                        + " AND actor = '" + account.id(site.stack()) + "'"))
                .isEqualTo(1);
        assertThat(tables.count(
                        "SELECT count(*) FROM personal_session WHERE account_id = '" + account.id(site.stack()) + "'"))
                .isEqualTo(1);

        // An address of somebody else's is no place to go; a number of nine digits is one too.
        for (var page : List.of("https://autre.example.org/", "//autre.example.org/pro/", "/connexion", "")) {
            var holder = visit.portal();
            assertThat(visit.arrives(holder, visit.ticket(holder, card("0", ADELI), page))
                            .headers()
                            .firstValue("Location"))
                    .as(page)
                    .hasValue("/pro/services");
        }
    }

    @Test
    void letsATicketInOnceInItsBrowserAndInTime() {
        var portal = visit.portal();
        var ticket = visit.ticket(portal, card(OTHER), "");
        var rivals = Stream.generate(() -> visit.portal()).limit(4).toList();
        rivals.forEach(rival -> rival.cookie("__Host-carte", portal.cookie("__Host-carte")));
        var pages =
                rivals.stream().map(rival -> rival.get("/carte/retour").body()).toList();
        var entered = Stream.iterate(0, next -> next + 1)
                .limit(rivals.size())
                .parallel()
                .map(rival -> rivals.get(rival)
                        .submit("/carte/retour", pages.get(rival), "arrival", "enter", Map.of("token", ticket)))
                .filter(answer -> answer.headers().firstValue("Location").isPresent())
                .count();
        assertThat(entered).isEqualTo(1);
        assertThat(visit.arrives(portal, ticket).body()).contains(text("cps.ticket.USED"));

        var mine = visit.ticket(portal, card(OTHER), "");
        assertThat(visit.arrives(visit.portal(), mine).body()).contains(text("cps.ticket.OTHER_BROWSER"));
        // Whoever got hold of it made it useless by that.
        assertThat(visit.arrives(portal, mine).body()).contains(text("cps.ticket.USED"));

        var late = visit.ticket(portal, card(OTHER), "");
        var expired = "UPDATE card_ticket SET valid_until = valid_until - interval '31 seconds'"
                + " WHERE used_at IS NULL AND account_id = '" + other.id(site.stack()) + "'";
        assertThat(tables.execute(expired)).isEqualTo(1);
        assertThat(visit.arrives(portal, late).body()).contains(text("cps.ticket.EXPIRED"));

        for (var since : List.of("sessions = sessions + 1", "active = FALSE")) {
            var closed = visit.ticket(portal, card(OTHER), "");
            other.with(site.stack(), since);
            assertThat(visit.arrives(portal, closed).body()).as(since).contains(text("cps.ticket.CLOSED"));
            other.with(site.stack(), "active = TRUE");
        }

        for (var forged : List.of(SecretToken.random().text(), "x", "'", "")) {
            assertThat(visit.arrives(portal, forged).body()).as(forged).contains(text("cps.ticket.USED"));
        }
        assertThat(portal.get("/pro/services").statusCode()).isEqualTo(302);
        assertThat(tables.texts("SELECT DISTINCT subject FROM audit_event WHERE action = 'CARD_REFUSED'"))
                .contains("TICKET.USED", "TICKET.OTHER_BROWSER", "TICKET.EXPIRED", "TICKET.CLOSED");
    }

    /** Forged tickets of one address fill the trail no more, and keep no real one out. */
    @Test
    void letsARealTicketInBesideAnyNumberOfForgedOnes() {
        var portal = visit.portal();
        var forged = SecretToken.random().text();
        var refusals = "SELECT count(*) FROM audit_event WHERE subject = 'TICKET.USED'";
        visit.arrives(portal, forged);
        var noted = tables.count(refusals);
        assertThat(noted).isPositive();
        assertThat(tables.execute("UPDATE rate_limit SET used = 300 WHERE bucket LIKE 'card-refused:%'"))
                .isPositive();
        try {
            assertThat(visit.arrives(portal, forged).body()).contains(text("cps.ticket.USED"));
            assertThat(tables.count(refusals)).isEqualTo(noted);
            assertThat(visit.arrives(portal, visit.ticket(portal, card(OTHER), "/pro/visio"))
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/pro/visio");
            // Nor does the trail miss a card that is refused meanwhile.
            var unknown = "SELECT count(*) FROM audit_event WHERE subject = 'CARD.UNKNOWN'";
            var before = tables.count(unknown);
            visit.read(card("8", STRANGER));
            assertThat(tables.count(unknown)).isGreaterThan(before);
        } finally {
            tables.execute("DELETE FROM rate_limit WHERE bucket LIKE 'card-refused:%'");
        }
    }

    @Test
    void saysWhatTheCardComesTo() {
        assertThat(visit.read(Desk.without(site.cardAddress()))).contains(text("cps.read.NO_CARD"));
        assertThat(visit.read(card("8", STRANGER)))
                .contains(text("cps.read.UNKNOWN"), STRANGER)
                .doesNotContain("<form");
        assertThat(visit.read(card("8", SUSPENDED)))
                .contains(text("cps.read.SUSPENDED"))
                .doesNotContain("<form");
        var nameless = site.authority().order("").named(new X500Name("CN=8" + RPPS.replace('9', '8')));
        assertThat(visit.read(nameless.make()))
                .contains(text("cps.refused.BAD_NUMBER"))
                .doesNotContain("<form");
        assertThat(tables.texts("SELECT subject FROM audit_event WHERE action = 'CARD_REFUSED'"))
                .contains(
                        "CARD.UNKNOWN",
                        "CARD.BAD_NUMBER",
                        suspended.id(site.stack()).toString());
        assertThat(tables.everyRow()).doesNotContain("8" + STRANGER);

        // « Connexion » reads the card again: whoever has none of it goes back to the page that says why.
        var link = "lien=" + SecretToken.random().hash().hex();
        for (var who : List.of(Desk.without(site.cardAddress()), Desk.with(card("8", SUSPENDED), site.cardAddress()))) {
            var sent = new Visitor(site.cardAddress(), who).post("/carte/connexion", link);
            assertThat(sent.statusCode()).isEqualTo(303);
            assertThat(sent.headers().firstValue("Location")).hasValue("/carte/lecteur?" + link);
        }
        var holder = new Visitor(site.cardAddress(), Desk.with(card(RPPS), site.cardAddress()));
        assertThat(holder.post("/carte/connexion", "lien=moi").headers().firstValue("Location"))
                .hasValue("/carte/lecteur");
        assertThat(holder.post("/carte/connexion", link, "Origin", "https://autre.example.org")
                        .statusCode())
                .isEqualTo(403);
        assertThat(holder.get("/carte/lecteur").body())
                .contains(text("cps.read.START"))
                .doesNotContain("<form");
        // The card's address has no more rights on the portal than any other.
        assertThat(visit.portal()
                        .post("/deconnexion", "", "Origin", site.cardAddress())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void believesNoHeaderButThatOfTheProxyItKnows() throws CertificateEncodingException {
        var certificate =
                Base64.getEncoder().encodeToString(card(RPPS).certificate().getEncoded());
        for (var header : SPOOFED) {
            for (var server :
                    List.of(site.cardAddress(), site.address(), site.stack().address())) {
                var answer =
                        ask(server, "127.0.0.1", header + ": " + certificate, "X-Forwarded-For: " + CardSite.PROXY);
                assertThat(answer)
                        .as(header + " " + server)
                        .contains(text("cps.read.NO_CARD"))
                        .doesNotContain(RPPS);
            }
        }
        // Past the card's own listener nobody's word counts, whoever it is.
        assertThat(ask(site.address(), CardSite.PROXY, CardSite.PROXY_HEADER + ": " + certificate))
                .contains(text("cps.read.NO_CARD"));

        // As nginx escapes it.
        var pem = URLEncoder.encode(
                        "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n",
                        StandardCharsets.UTF_8)
                .replace("+", "%20");
        for (var told : List.of(certificate, pem)) {
            assertThat(ask(site.cardAddress(), CardSite.PROXY, CardSite.PROXY_HEADER + ": " + told, "Cookie: lang=fr"))
                    .contains(RPPS, text("cps.read.START"));
        }
        assertThat(ask(site.cardAddress(), CardSite.PROXY, "X-SSL-Client-Cert: " + certificate))
                .contains(text("cps.read.NO_CARD"));
        assertThat(ask(
                        site.cardAddress(),
                        CardSite.PROXY,
                        CardSite.PROXY_HEADER + ": " + certificate,
                        CardSite.PROXY_HEADER + ": " + certificate))
                .contains(text("cps.read.NO_CARD"));
        // A card of one's own, and the name of another in a header.
        var stranger = Desk.with(card("8", STRANGER), site.cardAddress());
        assertThat(new Visitor(site.cardAddress(), stranger)
                        .get("/carte/lecteur", CardSite.PROXY_HEADER, certificate)
                        .body())
                .contains(STRANGER)
                .doesNotContain(RPPS);
    }

    /** On a computer of several people, the next one shows a card of their own. */
    @Test
    void forgetsTheCardWithTheConnection() {
        var pem = card(RPPS).pem(directory.resolve("card.pem"));
        for (var version : List.of("tls1_2", "tls1_3")) {
            var asked =
                    "(printf 'GET /carte/lecteur HTTP/1.1\\r\\nHost: localhost\\r\\nAccept-Language: fr\\r\\n\\r\\n';"
                            + " sleep 1)"
                            + " | openssl s_client -" + version + " -connect "
                            + site.cardAddress().replace("https://", "");
            var session = directory.resolve(version);
            assertThat(shell(asked + " -cert " + pem + " -key " + pem + " -sess_out " + session))
                    .contains(RPPS);
            assertThat(session).exists();
            // Two seconds, of which the server counts whole ones.
            assertThat(shell("sleep 2; " + asked + " -sess_in " + session))
                    .contains(text("cps.read.NO_CARD"))
                    .doesNotContain(RPPS);
        }
    }

    /** Neither the page, nor what it loads, nor what is not there keeps a connection with this card open. */
    @Test
    void bringsOneAnswerByEachConnection() {
        var desk = new Visitor(site.cardAddress(), Desk.with(card(RPPS), site.cardAddress()));
        var styles = Pattern.compile("href=\"(/v/[^\"]+[.]css)\"")
                .matcher(desk.get("/carte/lecteur").body())
                .results()
                .map(found -> found.group(1));

        assertThat(Stream.concat(styles, Stream.of("/carte/lecteur", "/carte/connexion", "/connexion")))
                .hasSize(5)
                .allSatisfy(path -> assertThat(desk.get(path).headers().allValues("Connection"))
                        .as(path)
                        .containsExactly("close"));
        assertThat(desk.get("/carte/lecteur", "Sec-Fetch-Dest", "image").statusCode())
                .as("no other site's page reads a card")
                .isEqualTo(404);
    }

    private static String shell(String command) {
        return Ran.of(new ProcessBuilder("sh", "-c", command)).said();
    }

    private static String ask(String server, String from, String... headers) {
        var lines = new ArrayList<>(List.of("GET /carte/lecteur HTTP/1.1", "Host: localhost", "Accept-Language: fr"));
        lines.addAll(List.of(headers));
        var trusting = server.startsWith("https") ? Desk.without(server) : null;
        return RawRequest.send(server, trusting, from, lines.toArray(String[]::new));
    }

    private static TestCard card(String rpps) {
        return card("8", rpps);
    }

    private static TestCard card(String kind, String number) {
        return site.authority().card(kind + number);
    }

    private static String text(String key) {
        return Tongue.FRENCH.of("cps", key);
    }
}
