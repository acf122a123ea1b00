package fr.predice.visio.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.NewcomersForm;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The console's pages of accounts, as they open and as they refuse, are ones that everybody can use. */
@Order(3)
@ExtendWith(StackExtension.class)
@ParameterizedClass
@EnumSource
class ConsoleAccessibilityIT {
    private static final String TITLES = "nom;prenom;profession;numero;etablissement;ville;finess;mail;portable\n";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static Stack stack;

    @Parameter
    Tongue tongue;

    final AxeReview axe = new AxeReview();
    private Page page;

    @BeforeAll
    static void open(Stack started) {
        stack = started;
    }

    @Test
    void letsEverybodyLookAfterAccounts() {
        signIn();
        var person = TestAccount.open(stack).with(stack, "password_until = now()");
        review("/admin/comptes", "accounts.title");
        page.getByLabel(text("accounts.words")).fill(person.identifier());
        press("accounts.find");
        page.locator(".people").getByText("Camille Martin").click();
        review("account.late");
        press("account.suspend");
        review("account.reason.required");
        page.getByLabel(text("account.reason"), new Page.GetByLabelOptions().setExact(true))
                .fill("Départ");
        press("account.suspend");
        review("account.reactivating.what");
        review("/admin/compte?id=" + new UUID(0, 0), "account.none.what");
        page.navigate(stack.publicAddress() + "/admin/assistance");
        press("staff.open");
        assertThat(page.locator("[data-summary]")).isFocused();
        review("staff.mail.required");
    }

    @Test
    void letsEverybodyImportAList() {
        signIn();
        review("/admin/import", "import.columns.what");
        send("nom;prenom\nRoux;Paul");
        page.getByText("numero, etablissement").first().waitFor();
        axe.look("refused file", page);
        var newcomer = NewcomersForm.of("Camille", "Roux");
        var good = String.join(
                ";",
                "Roux",
                "Camille",
                "Infirmière",
                newcomer.number(),
                "Les Tilleuls",
                "Amiens",
                "",
                newcomer.mail(),
                newcomer.mobile());
        send(TITLES + good + "\nRoux;Paul;;;;;;;");
        review("import.faults.what");
        page.locator("#start").click();
        review("import.done.what");
        review("/admin/import?id=" + new UUID(0, 0), "import.gone");
    }

    @Test
    void letsEverybodyJoinEstablishments() {
        signIn();
        var name = "Foyer " + NewcomersForm.of("a", "b").number();
        for (var town : new String[] {"Amiens", "Albert"}) {
            new Tables(stack)
                    .execute("INSERT INTO establishment VALUES (gen_random_uuid(), '" + name + "', '" + town
                            + "', NULL, now())");
        }
        review("/admin/etablissements", "establishments.lead");
        page.getByText(name).first().click();
        review("establishment.twice.what");
        press("establishment.next");
        review("establishment.sure");
        assertEquals(
                page.locator(".console-nav").boundingBox().width,
                page.locator(".card").boundingBox().width);
        review("/admin/etablissement?id=" + new UUID(0, 0), "establishment.none.what");
    }

    private void signIn() {
        var device = browsers.desk(tongue).expectRefusal(404);
        var admin = new Portal(stack.address()).signInToAdministrate(TestAccount.openAdministrator(stack));
        device.keep(admin.visitor().cookies(), stack.publicAddress());
        page = device.newPage();
    }

    private void send(String file) {
        page.locator("#liste")
                .setInputFiles(new FilePayload("liste.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        press("import.check");
    }

    private void press(String key) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName(text(key)).setExact(true))
                .click();
    }

    private void review(String path, String sentence) {
        page.navigate(stack.publicAddress() + path);
        review(sentence);
    }

    private void review(String sentence) {
        page.getByText(text(sentence)).first().waitFor();
        axe.look(sentence, page);
    }

    private String text(String key) {
        return tongue.of("console", "console." + key);
    }

    @AfterEach
    void findsNothingWrong() {
        axe.foundNothing();
    }
}
