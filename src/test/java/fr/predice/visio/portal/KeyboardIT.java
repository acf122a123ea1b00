package fr.predice.visio.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Keys;
import fr.predice.visio.support.NewcomersForm;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens to an account, told in the browser by somebody who has no mouse. */
@ExtendWith(StackExtension.class)
class KeyboardIT {
    private static final Pattern LINK = Pattern.compile("(https?://\\S+/mot-de-passe#\\S{22})");
    private static final String CHOSEN = "le chat dort sur le toit";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static Stack stack;
    static Inbox inbox;

    private final TestAccount person = TestAccount.open(stack);

    @BeforeAll
    static void open(Stack started) {
        stack = started;
        inbox = Inbox.of(started.address());
    }

    @Test
    void comesBackWithoutThePasswordAndThenWithAnApp() throws Exception {
        var page = open("/connexion");
        var keys = new Keys(page);
        keys.enter("a[href='/mot-de-passe-oublie']");
        keys.type("#who", person.identifier()).press("Enter");
        page.waitForURL("**/mail-envoye");

        page.navigate(inbox.newest(person.mail(), LINK));
        keys.type("#password", CHOSEN).press("Enter");
        page.waitForURL("**/connexion");
        keys.type("#identifier", person.identifier()).type("#password", CHOSEN).press("Enter");
        page.waitForURL("**/code");
        keys.type("#code", inbox.codeFor(person.mobile())).press("Enter");
        page.waitForURL("**/pro/services");

        keys.enter("a.person").enter("a[href='/compte/application']");
        keys.type("#current", CHOSEN).press("Enter");
        var app = new Base32().decode(page.locator(".key").textContent().replaceAll("\\s", ""));
        keys.type("#code", code(app, 0)).press("Enter");
        keys.enter("a.primary[href='/compte']").enter("form[action='/deconnexion'] button");
        page.waitForURL(stack.publicAddress() + "/");

        page.navigate(stack.publicAddress() + "/connexion");
        keys.type("#identifier", person.identifier()).type("#password", CHOSEN);
        keys.reach("input[name=channel]:checked").press("ArrowDown").press("ArrowDown");
        keys.enter("#send");
        assertThat(page.getByText(Tongue.FRENCH.of("profile", "profile.app.look")))
                .isVisible();
        keys.type("#code", code(app, 1)).press("Enter");
        page.waitForURL("**/pro/services");
    }

    /** @param later steps of 30 s from now */
    private static String code(byte[] app, int later) throws InvalidKeyException {
        var generator = new TimeBasedOneTimePasswordGenerator();
        var at = Instant.ofEpochMilli(System.currentTimeMillis())
                .plus(generator.getTimeStep().multipliedBy(later));
        return generator.generateOneTimePasswordString(new SecretKeySpec(app, "RAW"), at);
    }

    @Test
    void seesASessionEndWhenItsAccountIsSuspended() {
        var professional = person(person);
        professional.navigate(stack.publicAddress() + "/pro/services");
        var page = administrator();
        var keys = new Keys(page);

        keys.enter("a[href='/admin/comptes']");
        keys.type("#words", person.identifier()).press("Enter");
        keys.enter("a[href*='/admin/compte?id=']");
        keys.type("#reason", "Départ annoncé").enter("#suspend");
        assertThat(page.getByText(Tongue.FRENCH.of("console", "console.account.suspended")))
                .isVisible();

        new Keys(professional).enter("a.person");
        professional.waitForURL("**/connexion?**");
        assertThat(professional.getByText(Tongue.FRENCH.page("page.expired"))).isVisible();
    }

    @Test
    void opensAccountsFromAList() {
        var one = NewcomersForm.of("Camille", "Roux");
        var twin = NewcomersForm.of("Jean", "Petit");
        var list = "nom;prenom;profession;numero;etablissement;ville;finess;mail;portable\n"
                + line(one, one.number())
                + line(twin, one.number());
        var page = administrator();
        var keys = new Keys(page);

        keys.enter("a[href='/admin/import']").reach("#liste");
        page.setInputFiles("#liste", new FilePayload("liste.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        keys.enter("#list button");
        assertThat(page.locator(".faults")).containsText("La ligne 2 porte le même numéro");
        keys.enter("#start");

        assertThat(page.locator("h1")).hasText(Tongue.FRENCH.of("console", "console.import.done"));
        inbox.newest(one.mail(), Pattern.compile("(?m)^(camille\\.\\S+)$"));
        assertTrue(inbox.to(twin.mail()).isEmpty());
    }

    /** On each page, before the sign-in, of a professional and of an administrator. The main job's: KeyboardCallIT. */
    @Test
    void reachesAllThatCanBePressed() {
        reachAll(open("/"), "/", "/connexion", "/inscription", "/mot-de-passe-oublie", "/identifiant-oublie");
        reachAll(open("/?lang=en"), "/", "/connexion", "/aide", "/aide/fiche-1", "/aide/fiche-2", "/conditions");
        reachAll(open("/"), "/aide/fiche-3", "/aide/fiche-4", "/mentions-legales", "/donnees-personnelles");
        reachAll(
                open("/"),
                "/mot-de-passe#AAAAAAAAAAAAAAAAAAAAAA",
                "/confirmation",
                "/confirmation-mail",
                "/activation",
                "/demande",
                "/admin/connexion",
                "/prerequis",
                "/accessibilite",
                "/nulle-part",
                "/test-materiel");
        reachAll(
                person(person),
                "/pro/services",
                "/pro/visio",
                "/compte",
                "/compte/mot-de-passe",
                "/compte/mobile",
                "/compte/adresse",
                "/compte/application",
                "/compte/connexions");
        reachAll(
                administrator(),
                "/admin/demandes",
                "/admin/comptes",
                "/admin/compte?id=" + person.id(stack),
                "/admin/assistance",
                "/admin/import",
                "/admin/etablissements",
                "/admin/chiffres",
                "/admin/journal",
                "/admin/journal/verification",
                "/admin/verification");
    }

    private static void reachAll(Page page, String... paths) {
        for (var path : paths) {
            page.navigate(stack.publicAddress() + path);
            assertThat(page.locator("h1:visible").first()).isVisible();
            new Keys(page).reachAll();
            new Keys(page).skip();
        }
    }

    private static String line(NewcomersForm person, String number) {
        return String.join(
                        ";",
                        person.familyName(),
                        person.givenName(),
                        "Infirmière",
                        number,
                        "Les Tilleuls",
                        "Amiens",
                        "",
                        person.mail(),
                        "0" + person.mobile().substring(3))
                + "\n";
    }

    private Page administrator() {
        var account = TestAccount.openAdministrator(stack);
        var page = open("/admin/connexion");
        var keys = new Keys(page);
        keys.type("#identifier", account.identifier())
                .type("#password", Portal.PASSWORD)
                .press("Enter");
        page.waitForURL("**/code");
        keys.type("#code", inbox.codeFor(account.mobile())).press("Enter");
        page.waitForURL("**/admin/demandes");
        return page;
    }

    /** Brings along the session of a sign-in over HTTP. */
    private static Page person(TestAccount account) {
        var device = browsers.desk(Tongue.FRENCH).expectRefusal(401);
        device.keep(new Portal(stack.address()).signIn(account).visitor().cookies(), stack.publicAddress());
        return device.newPage();
    }

    private static Page open(String path) {
        var page = browsers.desk(Tongue.FRENCH).expectRefusal(404).newPage();
        page.navigate(stack.publicAddress() + path);
        return page;
    }
}
