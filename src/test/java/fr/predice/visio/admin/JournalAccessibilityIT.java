package fr.predice.visio.admin;

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
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The trail in a browser: by keyboard, in both languages, on a desk and on a phone. */
@ExtendWith(StackExtension.class)
class JournalAccessibilityIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    private static Stack stack;

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
    }

    @ParameterizedTest
    @EnumSource
    void isForEverybody(Tongue tongue) throws Exception {
        var admin = TestAccount.openAdministrator(stack);
        var page = browsers.desk(tongue).newPage();
        signIn(page, tongue, admin);
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(text(tongue, "journal.title")))
                .click();
        look("journal", page);

        person(page, tongue).focus();
        page.keyboard().type("personne.nulle");
        page.keyboard().press("Enter");
        assertThat(page.getByText(text(tongue, "journal.person.unknown"))).isVisible();
        assertThat(person(page, tongue)).isFocused();
        look("refused", page);

        page.keyboard().press("Control+A");
        page.keyboard().type(admin.identifier());
        page.keyboard().press("Enter");
        assertThat(page.getByText(text(tongue, "journal.found"))).isVisible();
        assertThat(page.getByRole(AriaRole.ROW)).hasCount(3);
        look("found", page);

        var file = page.waitForDownload(() -> {
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(text(tongue, "journal.export")))
                    .focus();
            page.keyboard().press("Enter");
        });
        assertThat(Files.readString(file.path())).contains(text(tongue, "journal.column.number"), admin.identifier());

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(text(tongue, "journal.check")))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/admin/journal/verification$"));
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(text(tongue, "journal.check"))))
                .isVisible();
        look("check", page);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(text(tongue, "journal.check")))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".journal-verdict")).isFocused();
        look("checked", page);
    }

    private static void look(String state, Page page) {
        AxeReview.pass(state, page);
        for (var width : new int[] {320, 390, 1366}) {
            page.setViewportSize(width, width > 1000 ? 768 : 844);
            var wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
            assertThat(((Number) wide).intValue()).as(state + " at " + width).isZero();
        }
    }

    private static void signIn(Page page, Tongue tongue, TestAccount admin) {
        page.navigate(stack.publicAddress() + "/admin/connexion");
        page.getByLabel(tongue.page("signin.identifier")).fill(admin.identifier());
        page.getByLabel(tongue.page("signin.password"), new GetByLabelOptions().setExact(true))
                .fill(Portal.PASSWORD);
        page.getByText(tongue.page("signin.send")).click();
        page.getByLabel(tongue.page("code.field"))
                .fill(Inbox.of(stack.address()).codeFor(admin.mobile()));
        page.getByText(tongue.page("code.verify")).click();
        assertThat(page.getByText(tongue.account("admin.requests.title")).first())
                .isVisible();
    }

    private static Locator person(Page page, Tongue tongue) {
        return page.getByLabel(text(tongue, "journal.person"), new GetByLabelOptions().setExact(true));
    }

    private static String text(Tongue tongue, String key) {
        return tongue.of("journal", key);
    }
}
