package fr.predice.visio.invitation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of the day's invitations, as its organizer leaves it open. */
@ExtendWith(StackExtension.class)
class TodayIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static People people;
    static Tables tables;

    private final String number = TestAccount.someNumber();
    private OrganizerAtDesk organizer;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
        tables = new Tables(stack);
    }

    @BeforeEach
    void invite() {
        organizer = people.organizer(browsers.desk(Tongue.FRENCH).expectRefusal(429))
                .signIn();
        assertThat(organizer.page().getByText(organizer.tongue().page("today.empty")))
                .isVisible();
        organizer.invite(number);
        organizer.hears("room.waiting.sms-sent");
        organizer.open("/pro/visio");
    }

    @Test
    void followsTheSmsByItself() {
        assertThat(line()).containsText("SMS envoyé");

        change("state = 'DELIVERED'");

        assertThat(line()).containsText("SMS reçu");
        assertThat(line()).not().containsText("SMS envoyé");
    }

    @Test
    void leadsBackToTheRoom() {
        line().getByRole(AriaRole.LINK, named("today.enter")).click();

        organizer.hears("room.waiting");
    }

    @Test
    void sendsAnotherSmsAndSaysWhenItIsTooSoon() {
        var resend = line().getByRole(AriaRole.BUTTON, named("today.resend"));
        resend.click();
        assertThat(organizer.page().getByText("Un SMS est peut-être déjà en route"))
                .isVisible();

        change("created_at = created_at - interval '1 minute', state = 'FAILED'");
        assertThat(line()).containsText("SMS non remis");
        resend.click();

        assertThat(line()).containsText("SMS envoyé");
    }

    @Test
    void asksOnceMoreBeforeItCancels() {
        var cancel = line().getByRole(AriaRole.BUTTON, named("today.cancel"));
        cancel.click();
        assertThat(organizer.page().getByText(organizer.tongue().page("today.cancel.sure.what")))
                .isVisible();
        organizer.page().keyboard().press("Shift+Tab");
        assertThat(organizer.page().getByText(organizer.tongue().page("today.cancel.sure.what")))
                .not()
                .isVisible();

        cancel.click();
        // Longer than the list waits before it asks again: the question stays.
        organizer.page().waitForResponse("**/pro/jour", () -> {});
        assertThat(organizer.page().getByText(organizer.tongue().page("today.cancel.sure.what")))
                .isVisible();
        line().getByRole(AriaRole.BUTTON, named("today.cancel.sure")).click();

        assertThat(line()).containsText(organizer.tongue().page("today.life.cancelled"));
        assertThat(line().getByRole(AriaRole.LINK)).hasCount(0);
    }

    private Locator line() {
        return organizer
                .page()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(number.replaceAll("(..)(?=.)", "$1 ")));
    }

    private GetByRoleOptions named(String key) {
        return new GetByRoleOptions().setName(organizer.tongue().page(key));
    }

    /** As time, or the provider's receipt on another node. */
    private void change(String what) {
        tables.execute("UPDATE outgoing_message SET " + what
                + " WHERE about = (SELECT id FROM invitation WHERE phone = '+33" + number.substring(1) + "')");
    }
}
