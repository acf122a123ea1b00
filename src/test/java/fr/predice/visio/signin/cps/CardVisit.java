package fr.predice.visio.signin.cps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.stack.CardSite;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.TestCard;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** The way from the portal to the page that reads cards and back, over HTTP. */
record CardVisit(CardSite site) {
    Visitor portal() {
        return new Visitor(site.address(), Desk.without(site.address()));
    }

    /** An account with this number, of Camille Martin. */
    TestAccount numbered(String number) {
        return TestAccount.open(site.stack()).with(site.stack(), "professional_number = '" + number + "'");
    }

    /** What the page says that reads this card. */
    String read(TestCard card) {
        return read(Desk.with(card, site.cardAddress()));
    }

    String read(SSLContext context) {
        return new Visitor(site.cardAddress(), context)
                .get("/carte/lecteur?lien=" + SecretToken.random().hash().hex())
                .body();
    }

    /** By « Lecteur CPS » and « Connexion ». */
    String ticket(Visitor portal, TestCard card, String page) {
        var start = portal.get("/carte/depart?retour=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
        var reader = start.headers().firstValue("Location").orElseThrow();
        assertThat(reader).matches("\\Q" + site.cardAddress() + "\\E/carte/lecteur\\?lien=[0-9a-f]{64}&lang=fr");
        var atReader = new Visitor(site.cardAddress(), Desk.with(card, site.cardAddress()));
        var shown = atReader.get(reader);
        assertThat(shown.body()).contains("CAMILLE MARTIN", "Médecin", Tongue.FRENCH.of("cps", "cps.read.KNOWN"));
        assertThat(shown.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("session"));
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' " + site.address() + "/;");
        var link = reader.replaceAll(".*lien=|&.*", "");
        var sent = atReader.post("/carte/connexion", "lien=" + link, "Origin", site.cardAddress());
        assertThat(sent.statusCode()).isEqualTo(303);
        var location = sent.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(site.address() + "/carte/retour#");
        return location.substring(location.indexOf('#') + 1);
    }

    /** As the page's script sends it. */
    HttpResponse<String> arrives(Visitor portal, String ticket) {
        var page = portal.get("/carte/retour").body();
        return portal.submit("/carte/retour", page, "arrival", "enter", Map.of("token", ticket));
    }
}
