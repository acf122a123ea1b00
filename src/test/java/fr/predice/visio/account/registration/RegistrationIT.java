package fr.predice.visio.account.registration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.NewcomersForm;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the request to the first sign-in, in the browsers of whoever asks and of whoever decides. */
@ExtendWith(StackExtension.class)
class RegistrationIT {
    private static final String CHOSEN = "le chat dort sur le toit";
    private static final Pattern FOLLOW = Pattern.compile("(https?://\\S+/demande#\\S{22})");
    private static final Pattern IDENTIFIER = Pattern.compile("(?m)^(elodie\\.\\S+)$");
    private static final Pattern PASSWORD = Pattern.compile("(?m)^((?:[a-z2-9]{4}-){3}[a-z2-9]{4})$");

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static Stack stack;
    static Inbox inbox;

    private final Tongue tongue = Tongue.FRENCH;
    private final NewcomersForm newcomer = NewcomersForm.of("Élodie", "Le Goff");

    @BeforeAll
    static void open(Stack started) {
        stack = started;
        inbox = Inbox.of(started.address());
    }

    @Test
    void opensAnAccountFromTheRequestToTheService() {
        var page = open("/");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Demande d'inscription"))
                .click();
        fill(page);
        field(page, "registration.number").fill("10002813838");
        field(page, "registration.finess").focus();
        assertThat(page.getByText(text("registration.number.refused"))).isVisible();
        assertThat(field(page, "registration.number")).hasAttribute("aria-invalid", "true");
        AxeReview.pass("refused field", page);
        press(page, "registration.send");
        assertThat(page.locator("[data-summary]")).isFocused();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(text("registration.attested.required")))
                .click();
        assertThat(page.getByLabel(text("registration.attested"))).isFocused();
        assertThat(field(page, "registration.establishment")).hasValue("Les Tilleuls");
        AxeReview.pass("refused form", page);

        field(page, "registration.number").fill(newcomer.number());
        page.getByLabel(text("registration.attested")).check();
        page.getByLabel(text("registration.agreed")).check();
        press(page, "registration.send");
        assertThat(page.getByText(text("registration.sent.title")).first()).isVisible();
        AxeReview.passInBoth("sent", page);

        page.navigate(inbox.newest(newcomer.mail(), FOLLOW));
        AxeReview.passInBoth("unproven", page);
        press(page, "follow.prove");
        assertThat(page.getByText(text("follow.waiting"))).isVisible();
        AxeReview.passInBoth("waiting", page);

        accept(administrate());
        page.reload();
        assertThat(page.getByText(text("follow.accepted"))).isVisible();

        signInForTheFirstTime(page);
    }

    private void signInForTheFirstTime(Page page) {
        var identifier = inbox.newest(newcomer.mail(), IDENTIFIER);
        var initial = inbox.newest(newcomer.mail(), PASSWORD);
        page.navigate(stack.publicAddress() + "/connexion");
        page.getByLabel(tongue.page("signin.identifier")).fill(identifier);
        page.getByLabel(tongue.page("signin.password"), exactly()).fill(initial);
        page.getByText(tongue.page("signin.send")).click();
        page.getByLabel(tongue.page("code.field")).fill(inbox.codeFor(newcomer.mobile()));
        page.getByText(tongue.page("code.verify")).click();

        assertThat(page.getByText(text("newPassword.title")).first()).isVisible();
        assertThat(new Portal(stack.address()).visitor().get("/pro/services").statusCode())
                .isEqualTo(302);
        AxeReview.passInBoth("new password", page);
        choose(page, "qwertyqwerty");
        assertThat(page.getByText(text("password.common"))).isVisible();
        choose(page, "elodie.legoff1");
        assertThat(page.getByText(text("password.personal"))).isVisible();
        choose(page, initial);
        assertThat(page.getByText(text("password.same"))).isVisible();
        choose(page, CHOSEN);
        assertThat(page.getByText(tongue.page("services.title")).first()).isVisible();

        assertThat(new Portal(stack.address())
                        .givePassword(identifier, initial, "MAIL")
                        .body())
                .contains(tongue.page("signin.refused"));
        new Portal(stack.address()).signIn(new TestAccount(identifier, newcomer.mobile(), newcomer.mail()), CHOSEN);
    }

    private void choose(Page page, String password) {
        field(page, "newPassword.field").fill(password);
        press(page, "newPassword.send");
    }

    @Test
    void tellsWhyARequestIsRefused() {
        var link = newcomer.prove(stack);
        var admin = administrate();
        admin.getByText(newcomer.name()).click();
        press(admin, "admin.request.refuse");
        assertThat(admin.getByText(text("admin.request.reason.required"))).isVisible();
        field(admin, "admin.request.reason").fill("Ce numéro est celui d’une autre personne.");
        press(admin, "admin.request.refuse");
        assertThat(admin.getByText(text("admin.request.refused"))).isVisible();

        assertThat(inbox.newest(newcomer.mail(), Pattern.compile("(Ce numéro est celui d’une autre personne\\.)")))
                .isNotEmpty();
        var page = browsers.phone(tongue).newPage();
        page.navigate(link);
        assertThat(page.getByText("Ce numéro est celui d’une autre personne.")).isVisible();
        AxeReview.passInBoth("refused", page);
    }

    @Test
    void losesNothingWhenThePageWasLeftOpenTooLong() {
        var page = open("/inscription");
        fill(page);
        page.context().clearCookies();
        press(page, "registration.send");

        assertThat(page.getByText(text("registration.attested.required")).last())
                .isVisible();
        assertThat(field(page, "registration.mail")).hasValue(newcomer.mail());
        assertThat(field(page, "registration.establishment")).hasValue("Les Tilleuls");
    }

    /** The person types three letters, and takes what is suggested. */
    @Test
    void suggestsAnEstablishmentThatIsKnown() {
        var name = "Résidence " + newcomer.number();
        new Tables(stack)
                .execute("INSERT INTO establishment VALUES (gen_random_uuid(), '" + name + "', 'Amiens', NULL, now())");
        var page = open("/inscription");
        field(page, "registration.establishment").pressSequentially(name.substring(0, 14));
        assertThat(page.locator("#known option")).hasCount(1);
        assertThat(page.locator("#known option")).hasAttribute("value", name + ", Amiens");

        field(page, "registration.establishment").fill(name + ", Amiens");
        assertThat(field(page, "registration.establishment")).hasValue(name);
        assertThat(field(page, "registration.town")).hasValue("Amiens");
    }

    private void accept(Page admin) {
        AxeReview.passInBoth("requests", admin);
        admin.getByText(newcomer.name()).click();
        assertThat(admin.getByText(newcomer.mail())).isVisible();
        AxeReview.passInBoth("request", admin);
        press(admin, "admin.request.accept");
        assertThat(admin.getByText(text("admin.request.checked.required"))).isVisible();
        AxeReview.pass("refused acceptance", admin);
        admin.getByLabel(text("admin.request.checked")).check();
        press(admin, "admin.request.accept");
        assertThat(admin.getByText(inbox.newest(newcomer.mail(), IDENTIFIER))).isVisible();
    }

    /** By hand, through the administrators' own door. */
    private Page administrate() {
        var account = TestAccount.openAdministrator(stack);
        var page = open("/admin/demandes");
        assertThat(page).hasURL(Pattern.compile("/admin/connexion"));
        page.getByLabel(tongue.page("signin.identifier")).fill(account.identifier());
        page.getByLabel(tongue.page("signin.password"), exactly()).fill(Portal.PASSWORD);
        page.getByText(tongue.page("signin.send")).click();
        page.getByLabel(tongue.page("code.field")).fill(inbox.codeFor(account.mobile()));
        page.getByText(tongue.page("code.verify")).click();
        assertThat(page.getByText(text("admin.requests.title")).first()).isVisible();
        return page;
    }

    private void fill(Page page) {
        newcomer.fields()
                .forEach((label, value) -> field(page, "registration." + label).fill(value));
    }

    private Page open(String path) {
        var page = browsers.desk(tongue).newPage();
        page.navigate(stack.publicAddress() + path);
        return page;
    }

    private Locator field(Page page, String key) {
        return page.getByLabel(text(key), exactly());
    }

    private void press(Page page, String key) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName(text(key)).setExact(true))
                .click();
    }

    private static GetByLabelOptions exactly() {
        return new GetByLabelOptions().setExact(true);
    }

    private String text(String key) {
        return tongue.account(key);
    }
}
