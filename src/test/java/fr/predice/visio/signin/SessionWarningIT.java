package fr.predice.visio.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.Tongue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person sees of their sessions: the list, the warning before the end, and the end. */
@ExtendWith(StackExtension.class)
@ParameterizedClass
@EnumSource
class SessionWarningIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static People people;
    static Tables tables;

    @Parameter
    Tongue tongue;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
        tables = new Tables(stack);
    }

    @Test
    void warnsAndKeepsAtAClickAndThenSaysThatItIsOver() {
        var organizer =
                people.organizer(browsers.desk(tongue).expectRefusal(401)).signIn();
        var page = organizer.page();
        page.clock().install();
        organizer.open("/pro/visio");
        page.getByLabel(tongue.page("invite.mobile")).fill("06 12");

        change(organizer, "seen_at = now() - interval '26 minutes'");
        page.clock().fastForward("25:00");
        var keep = page.getByRole(AriaRole.BUTTON, named("sessions.warning.keep"));
        assertThat(keep).isVisible();
        assertThat(page.getByRole(AriaRole.ALERT).filter(withText("sessions.warning.idle")))
                .isVisible();
        AxeReview.pass("session warning", page);
        keep.click();
        assertThat(keep).isHidden();
        assertThat(tables.count("SELECT count(*) FROM personal_session WHERE seen_at > now() - interval '1 minute'"
                        + " AND id IN (" + mine(organizer) + ")"))
                .isEqualTo(1);

        change(organizer, "ended_at = now()");
        page.clock().fastForward("35:00");
        assertThat(page.getByText(tongue.of("sessions", "sessions.over.typed"))).isVisible();
        AxeReview.pass("session over", page);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(tongue.of("sessions", "sessions.over.signIn")))
                .click();
        page.waitForURL("**/connexion?retour=%2Fpro%2Fvisio");
    }

    @Test
    void showsWhereTheAccountIsOpen() {
        var organizer = people.organizer(browsers.desk(tongue)).signIn();
        organizer.signIn();
        organizer.open("/compte/connexions");
        var page = organizer.page();

        AxeReview.pass("sessions", page);
        page.setViewportSize(320, 700);
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
        page.getByRole(AriaRole.BUTTON, named("sessions.endOthers")).press("Enter");

        assertThat(page.getByText(tongue.of("sessions", "sessions.othersEnded")))
                .isVisible();
        assertThat(page.getByText(tongue.of("sessions", "sessions.alone"))).isVisible();
    }

    private Locator.FilterOptions withText(String key) {
        return new Locator.FilterOptions()
                .setHasText(tongue.of("sessions", key).split("\\{0}")[0].strip());
    }

    private Page.GetByRoleOptions named(String key) {
        return new Page.GetByRoleOptions().setName(tongue.of("sessions", key)).setExact(true);
    }

    private static String mine(OrganizerAtDesk organizer) {
        return "SELECT s.id FROM personal_session s JOIN account a ON a.id = s.account_id WHERE a.identifier = '"
                + organizer.account().identifier() + "'";
    }

    private static void change(OrganizerAtDesk organizer, String what) {
        tables.execute("UPDATE personal_session SET " + what + " WHERE id IN (" + mine(organizer) + ")");
    }
}
