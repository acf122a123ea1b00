package fr.predice.visio.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The state of the service, as an administrator reads it when something is wrong. */
@ExtendWith(StackExtension.class)
@ParameterizedClass
@EnumSource
class StatePageIT {
    /** It left long ago for a time that is still to come. */
    private static final String STUCK = """
            INSERT INTO outgoing_message (id, about, channel, state, state_since, attempts, next_attempt_at, expires_at,
                created_at, language, recipient, content)
            VALUES ('%s', gen_random_uuid(), 'MAIL', 'WAITING', now(), 1, now() + interval '1 hour',
                now() + interval '1 hour', now() - interval '6 minutes', 'fr', '', '')""";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    @Parameter
    Tongue tongue;

    @Test
    void saysWhatIsWrongAndWhatToDo(Stack stack) {
        var message = UUID.randomUUID();
        var tables = new Tables(stack);
        tables.execute(STUCK.formatted(message));
        try {
            var page = browsers.desk(tongue).newPage();
            signIn(page, stack);
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions()
                                    .setName(text("watch.nav"))
                                    .setExact(true))
                    .click();
            var outbox = page.locator("#check-outbox");
            for (var look = 0; look < 20 && !outbox.textContent().contains(text("watch.outbox.stuck")); look++) {
                page.waitForTimeout(1000);
                page.getByText(text("watch.again")).click();
            }

            assertThat(outbox).containsText(text("watch.outbox.stuck"));
            assertThat(outbox).containsText(text("watch.outbox.stuck.do"));
            assertThat(page.locator("#check-database")).containsText(text("watch.level.fine"));
            assertThat(page.locator("#check-sms")).containsText(text("watch.level.off"));
            AxeReview.pass("state", page);
            page.setViewportSize(320, 700);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(320);
        } finally {
            tables.execute("DELETE FROM outgoing_message WHERE id = '" + message + "'");
        }
    }

    private void signIn(Page page, Stack stack) {
        var account = TestAccount.openAdministrator(stack);
        page.navigate(stack.publicAddress() + "/admin/connexion");
        page.getByLabel(tongue.page("signin.identifier")).fill(account.identifier());
        page.getByLabel(tongue.page("signin.password"), new Page.GetByLabelOptions().setExact(true))
                .fill(Portal.PASSWORD);
        page.getByText(tongue.page("signin.send")).click();
        page.getByLabel(tongue.page("code.field"))
                .fill(Inbox.of(stack.address()).codeFor(account.mobile()));
        page.getByText(tongue.page("code.verify")).click();
    }

    private String text(String key) {
        return tongue.of("watch", key);
    }
}
