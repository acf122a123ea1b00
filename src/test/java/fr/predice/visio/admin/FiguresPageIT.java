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
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The figures' page as everybody can read it: by eye, by ear, by keyboard, on a small screen. */
@ExtendWith(StackExtension.class)
@ParameterizedClass
@EnumSource
class FiguresPageIT {
    private static final String SOME = """
            INSERT INTO figure SELECT current_date - days, CAST('%s' AS uuid), name, bucket, 1 + (days * weight) %% 17
            FROM generate_series(8, 29) AS days, (VALUES ('SIGN_IN', 0, 7), ('INVITATION', 0, 5),
                ('SMS_DELIVERED', 0, 5), ('SMS_FAILED', 0, 3), ('CALL_DIRECT', 0, 5), ('CALL_RELAYED', 0, 3),
                ('FAILED_REFUSED', 0, 4), ('PICTURE', 1200, 1)) AS counted (name, bucket, weight)
            WHERE days %% 7 > 1""";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    @Parameter
    Tongue tongue;

    private Page page;

    @Test
    void canBeReadByEverybody(Stack stack) throws Exception {
        var place = UUID.randomUUID();
        var tables = new Tables(stack);
        tables.execute("INSERT INTO establishment (id, name, town, created_at) VALUES ('" + place
                + "', 'Résidence des Lilas', 'Amiens " + place + "', now())");
        tables.execute(SOME.formatted(place));
        page = browsers.desk(tongue).newPage();
        signIn(stack);

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(text("figures.title")))
                .click();
        field("figures.establishment").selectOption(place.toString());
        field("figures.establishment").press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.contains("etablissement=" + place));
        assertThat(page.getByRole(AriaRole.TABLE)).hasCount(3);
        AxeReview.pass("figures", page);

        var taken = page.waitForDownload(
                () -> page.getByText(text("figures.export"), exactly()).click());
        assertThat(Files.readString(taken.path())).contains("Résidence des Lilas\";\"Amiens");
        assertThat(page.getByText(text("figures.export"), exactly())).isEnabled();

        page.setViewportSize(320, 700);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(320);

        page.getByText(text("figures.usual.7"), exactly()).click();
        assertThat(page.getByText(text("figures.empty"))).isVisible();
        AxeReview.pass("no figures", page);

        field("figures.from").fill("2026-11-30");
        field("figures.to").fill("2026-11-01");
        page.getByText(text("figures.show"), exactly()).click();
        assertThat(page.getByText(text("figures.problem.order"))).isVisible();
        assertThat(field("figures.to")).isFocused();
        AxeReview.pass("refused days", page);
    }

    private void signIn(Stack stack) {
        var account = TestAccount.openAdministrator(stack);
        page.navigate(stack.publicAddress() + "/admin/connexion");
        page.getByLabel(tongue.page("signin.identifier")).fill(account.identifier());
        page.getByLabel(tongue.page("signin.password"), new GetByLabelOptions().setExact(true))
                .fill(Portal.PASSWORD);
        page.getByText(tongue.page("signin.send")).click();
        page.getByLabel(tongue.page("code.field"))
                .fill(Inbox.of(stack.address()).codeFor(account.mobile()));
        page.getByText(tongue.page("code.verify")).click();
    }

    private Locator field(String key) {
        return page.getByLabel(text(key), new GetByLabelOptions().setExact(true));
    }

    private String text(String key) {
        return tongue.of("figures", key);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
