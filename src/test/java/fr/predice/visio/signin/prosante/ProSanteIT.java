package fr.predice.visio.signin.prosante;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.predice.visio.support.ProSanteVisitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import fr.predice.visio.stack.OidcProvider.Fault;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.Device;
import fr.predice.visio.support.Keys;
import fr.predice.visio.support.NewcomersForm;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.ProSanteVisitor.Person;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The third way in, with a real provider, which does what is wrong when it is told to. */
class ProSanteIT extends ProSanteFarewell {
    @RegisterExtension
    static Browsers browsers = Browsers.credulous();

    @Test
    void letsTheOwnerOfTheNumberInToThePageAskedFor() {
        var asked = URI.create(location(visitor.begin("/pro/visio")));
        assertThat(asked.getQuery())
                .contains("scope=openid+scope_all", "acr_values=eidas1", "code_challenge_method=S256", "state=")
                .contains("nonce=", "response_type=code");
        assertThat(visitor.isSignedIn()).isFalse();

        var before = visitor.here().cookie("__Host-session");
        var entered = visitor.signIn(person);

        assertThat(location(entered)).endsWith("/pro/visio");
        assertThat(visitor.here().cookie("__Host-session")).isNotBlank().isNotEqualTo(before);
        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(site.waysIn(account)).containsExactly("PRO_SANTE_CONNECT");
        assertThat(site.lastAsked("/token").getString("authorization")).isEmpty();
        assertThat(site.lastAsked("/token").getBoolean("certificate")).isTrue();
        assertThat(site.lastAsked("/token").getJsonObject("query")).isEmpty();
        assertThat(site.lastAsked("/me").getString("authorization")).isEqualTo("Bearer");
        assertThat(site.lastAsked("/me").getJsonObject("query")).isEmpty();
    }

    @Test
    void leadsABrowserThereAndBack() {
        var page = browsers.desk(Tongue.FRENCH).newPage();
        page.navigate(stack.address() + "/pro/visio");
        new Keys(page).reachAll();
        page.getByText(text("button")).click();
        page.getByLabel("Identifiant national").fill(person.national());
        page.getByLabel("Prénom").fill(person.givenName());
        page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill(person.familyName());
        page.getByText("Se connecter").click();
        assertThat(page).hasURL(stack.address() + "/pro/visio");

        page.getByText(Tongue.FRENCH.page("page.signOut")).click();
        page.getByText("Me déconnecter").click();
        assertThat(page).hasURL(stack.address() + "/");
        page.navigate(stack.address() + "/pro/visio");
        assertThat(page).hasURL(Pattern.compile("/connexion"));
        site.leadsNowhereInVain(Tongue.FRENCH);
    }

    /** What the provider brings people to, as they see it. */
    @ParameterizedTest
    @EnumSource
    void isForEverybody(Tongue tongue) {
        var axe = new AxeReview();
        var desk = browsers.desk(tongue);
        var page = desk.newPage();
        for (var path : List.of("/", "/connexion")) {
            look(axe, page, path);
            assertThat(page.locator("main a[href*='/carte/depart'], main a[href*='/pro-sante-connect']"))
                    .hasCount(2);
        }
        for (var cause : Cause.values()) {
            look(axe, page, "/pro-sante-connect/refus?cause=" + cause.word());
        }

        var stranger = Person.of(NewcomersForm.of("Maëlle", "Lefèvre"));
        visitor.signIn(stranger);
        desk.keep(visitor.here().cookies(), stack.address());
        for (var path : List.of(
                "/pro-sante-connect/refus?cause=unknown", "/pro-sante-connect/refus?cause=inactive", "/inscription")) {
            look(axe, page, path);
            assertThat(page.getByText(stranger.national().substring(1)).first()).isVisible();
        }

        signIn(desk);
        site.letsTheSessionEnd(account);
        look(axe, page, "/pro/visio");
        assertThat(page.getByText(tongue.of("prosante", "prosante.open"))).isVisible();

        signIn(desk);
        page.route("**/farewell.js", route -> route.fulfill(new FulfillOptions().setContentType("text/javascript")));
        page.navigate(stack.address() + "/pro/visio");
        provider.goesAway();
        page.getByText(tongue.page("page.signOut")).click();
        assertThat(page.getByText(tongue.of("prosante", "prosante.out.away"))).isVisible();
        axe.look("signed out, nobody there", page);
        provider.behaves();
        page.reload();
        assertThat(page.getByText(tongue.of("prosante", "prosante.out.there"))).isVisible();
        axe.look("signed out", page);
        axe.foundNothing();
    }

    private void signIn(Device desk) {
        var owner = site.visitor();
        owner.signIn(person);
        desk.keep(owner.here().cookies(), stack.address());
    }

    private static void look(AxeReview axe, Page page, String path) {
        page.navigate(stack.address() + path);
        axe.look(path, page);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"STATE", "NO_STATE", "RENEWED_KEY", "NO_AUTH_TIME"},
            mode = EnumSource.Mode.EXCLUDE)
    void refusesWhatProvesNothing(Fault fault) throws IOException {
        var word = switch (fault) {
            case NO_ACR, LOWER_ACR -> "level";
            case NO_NUMBER, WRONG_NUMBER -> "number";
            case BROKEN_USERINFO, BROKEN_TOKEN, SLOW -> "away";
            case OLD_SIGN_IN -> "stale";
            case CODE, SPENT_CODE -> "late";
            default -> "invalid";
        };
        site.visitor().signIn(person);
        provider.does(fault);

        var back = visitor.identifiedAs(person);
        var refusedBefore = site.refusals();
        var written = site.log().length();
        var refused = visitor.comeBack(back);
        assertRefused(refused, word);
        assertThat(site.refusals()).isEqualTo(refusedBefore + 1);
        assertThat(site.log().substring(written))
                .contains("Nobody let in by Pro Santé Connect, " + word.toUpperCase(Locale.ROOT));
        // Nor does what failed serve once all is well.
        provider.behaves();
        assertRefused(visitor.comeBack(back), "late");
    }

    /** Anybody can open these addresses: they are worth no line in the trail. */
    @Test
    void refusesAnAnswerThatThisBrowserDidNotAskFor() {
        var refusedBefore = site.refusals();
        for (var fault : List.of(Fault.STATE, Fault.NO_STATE)) {
            provider.does(fault);
            assertRefused(visitor.signIn(person), "late");
        }
        provider.behaves();
        for (var query : List.of(
                "",
                "?code=x",
                "?state=%00",
                "?state=AAAAAAAAAAAAAAAAAAAAAA&code=x",
                "?error=access_denied",
                "?state=" + "A".repeat(3000))) {
            assertRefused(visitor.comeBack("/pro-sante-connect/retour" + query), "late");
        }

        var attacker = site.visitor();
        var attackersAnswer = attacker.identifiedAs(person);
        visitor.begin("/pro/visio");
        assertRefused(visitor.comeBack(attackersAnswer), "late");
        var somebodyElse = new Portal(stack.address()).signIn(TestAccount.open(stack));
        assertThat(location(somebodyElse.visitor().get(attackersAnswer))).contains("/refus");
        assertThat(somebodyElse.visitor().get("/pro/services").statusCode()).isEqualTo(200);

        assertThat(site.refusals()).isEqualTo(refusedBefore);
        assertThat(location(attacker.comeBack(attackersAnswer))).endsWith("/pro/visio");
    }

    /** The code of another browser, in the answer that this one asked for. */
    @Test
    void refusesACodeThatWasStolen() {
        var stolen = site.visitor().identifiedAs(person).replaceAll(".*[?&](code=[^&]*).*", "$1");
        assertRefused(visitor.comeBack(visitor.identifiedAs(person).replaceAll("code=[^&]*", stolen)), "late");
    }

    @Test
    void takesAnAnswerOnceHoweverOftenItComes() throws Exception {
        var back = visitor.identifiedAs(person);
        var cookies = visitor.here().cookies();
        var threads = Executors.newFixedThreadPool(8);
        Callable<String> once = () -> {
            var copy = site.visitor();
            cookies.forEach(copy.here()::cookie);
            return location(copy.comeBack(back));
        };

        var places = new ArrayList<String>();
        for (var answer : threads.invokeAll(Collections.nCopies(8, once))) {
            places.add(answer.get());
        }
        threads.shutdown();
        assertThat(places).filteredOn(place -> place.endsWith("/pro/visio")).hasSize(1);
        assertThat(places).filteredOn(place -> place.endsWith("cause=late")).hasSize(7);
        assertThat(site.waysIn(account)).hasSize(1);
    }

    @Test
    void answersKindlyToWhateverIsSentAlong() throws IOException {
        assertThat(location(visitor.begin("nul\u0000"))).startsWith(provider.issuer());
        assertThat(location(visitor.begin("/pro/visio?x=" + "y".repeat(2000)))).startsWith(provider.issuer());
        var here = visitor.here();
        assertThat(here.get("/pro-sante-connect/refus?cause=%3Cscript%3E").statusCode())
                .isEqualTo(200);
        assertThat(here.get("/pro-sante-connect", "Sec-Fetch-Dest", "image").statusCode())
                .isEqualTo(404);
        for (var more : List.of(
                "&code=another",
                "&iss=%0AFORGED%20LINE",
                "&error=%0AFORGED%20LINE",
                "&id_token=x.y.z",
                "&response=x")) {
            var back = visitor.identifiedAs(person);
            var state = back.replaceAll(".*[?&](state=[^&]*).*", "$1");
            var odd = more.startsWith("&code") ? back + more : "/pro-sante-connect/retour?" + state + more;
            assertThat(location(visitor.comeBack(odd))).as(more).contains("/refus?cause=");
        }
        assertThat(site.log()).doesNotContain("\nFORGED LINE");
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void opensNoPageOfAnotherSite() {
        for (var foreign : List.of("https://evil.example/", "//evil.example/pro/visio", "/\\evil", "/admin/comptes")) {
            var fresh = site.visitor();
            assertThat(location(fresh.comeBack(fresh.identifiedAs(person, foreign))))
                    .as(foreign)
                    .endsWith("/pro/services");
        }
    }

    @Test
    void letsNobodyInWhoseAccountIsNotOpenHere() {
        for (var closed : List.of("active = FALSE", "active = TRUE, role = 'ADMIN'", "role = 'SUPPORT'")) {
            account.with(stack, closed);
            assertRefused(visitor.signIn(person), "inactive");
        }
        account.with(stack, "role = 'ORGANIZER', number_proved = FALSE");
        assertRefused(visitor.signIn(person), "name");
        account.with(stack, "display_name = '" + newcomer.name() + "'");
        assertThat(location(visitor.signIn(person))).endsWith("/pro/visio");
    }

    @Test
    void fillsInTheRequestOfWhoeverHasNoAccountAndKeepsTheNumber() {
        var stranger = NewcomersForm.of("Maëlle", "Lefèvre");
        assertRefused(visitor.signIn(Person.of(stranger)), "unknown");
        assertThat(visitor.here().get("/pro-sante-connect/refus?cause=unknown").body())
                .contains(stranger.number(), stranger.familyName());

        var form = visitor.here().get("/inscription").body();
        assertThat(form)
                .contains(stranger.number(), "value=\"Maëlle\"", "value=\"Infirmier\"")
                .contains("value=\"LES TILLEULS\"", "value=\"800000044\"")
                .doesNotContain("name=\"number\"");
        var fields = new HashMap<>(stranger.fields());
        fields.putAll(Map.of("number", newcomer.number(), "attested", "on", "agreed", "on"));
        var sent = visitor.here().submit("/inscription", form, "registration", "ask", fields);

        assertThat(location(sent)).endsWith("/inscription-envoyee");
        assertThat(site.tables()
                        .texts("SELECT professional_number || number_proved FROM registration WHERE mail = '"
                                + stranger.mail() + "'"))
                .containsExactly(stranger.number() + "true");
        // The next person at this computer types a number of their own.
        assertThat(visitor.here().get("/inscription").body())
                .contains("name=\"number\"")
                .doesNotContain(stranger.number());
    }

    @Test
    void saysThatTheProviderIsAwayAndLetsThePasswordIn() {
        var back = visitor.identifiedAs(person);
        provider.goesAway();

        assertRefused(visitor.comeBack(back), "away");
        // What was seen some seconds ago is believed.
        patiently().until(() -> visitor.begin("/pro/visio").statusCode() == 200);
        assertThat(visitor.begin("/pro/visio").body())
                .contains(text("away.title"), "href=\"/connexion?retour=%2Fpro%2Fvisio\"")
                .doesNotContain(provider.issuer());
        for (var tongue : Tongue.values()) {
            var page = browsers.desk(tongue).newPage();
            page.navigate(stack.address() + "/pro-sante-connect");
            assertThat(page.getByText(tongue.of("prosante", "prosante.away.what")))
                    .isVisible();
            AxeReview.pass("away", page);
        }
        new Portal(stack.address()).signIn(account);

        provider.behaves();
        patiently().until(() -> visitor.begin("/pro/visio").statusCode() == 302);
    }

    @Test
    void takesTheProvidersNewKey() {
        provider.does(Fault.RENEWED_KEY);
        assertThat(location(visitor.signIn(person))).endsWith("/pro/visio");
    }

    @Test
    void writesDownNobody() throws IOException {
        var back = visitor.identifiedAs(person);
        visitor.comeBack(back);
        provider.does(Fault.OTHER_SUBJECT);
        visitor.signIn(person);

        var code = back.replaceAll(".*[?&]code=([^&]*).*", "$1");
        assertThat(site.log() + Files.readString(stack.accessLog()))
                .doesNotContain(code, newcomer.number(), newcomer.familyName());
        assertThat(site.tables().everyRow()).doesNotContain(code);
    }
}
