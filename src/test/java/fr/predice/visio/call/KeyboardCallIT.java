package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Keys;
import fr.predice.visio.support.Meeting;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The main job by somebody who has no mouse and looks at nothing: sign in, invite, join, talk, leave, by keys alone,
 * each control by the name and the state that a screen reader says.
 */
@ExtendWith(StackExtension.class)
class KeyboardCallIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    private static final String PRESSED = "- button \"%s\" [pressed]";
    private static final String NOT_PRESSED = "- button \"%s\"";

    static Stack stack;
    static People people;

    @BeforeAll
    static void open(Stack started) {
        stack = started;
        people = new People(started);
    }

    @ParameterizedTest
    @EnumSource
    void meetsByKeysAlone(Tongue tongue) {
        var organizer = people.organizer(browsers.desk(tongue));
        var desk = organizer.page();
        var keys = new Keys(desk);
        signIn(organizer.account(), desk, keys);

        var number = TestAccount.someNumber();
        keys.enter("a[href$='/pro/visio']");
        says(desk, "- heading \"%s\" [level=1]", tongue.page("invite.heading"));
        says(desk, "- textbox \"%s\"", tongue.page("invite.mobile"));
        keys.type("#mobile", number).press("Enter");
        assertThat(desk).hasURL(Pattern.compile(".*/pro/salle.*"));

        var guest = new GuestOnPhone(browsers.phone(tongue)).open(people.linkTo(number));
        var phone = guest.page();
        says(phone, NOT_PRESSED, tongue.call("guest.ready.join"));
        new Keys(phone).reachAll();
        new Keys(phone).enter("[data-do=join]");
        new Meeting(organizer, guest, number, "").bothSeeAndHear();
        keys.reachAll();
        new Keys(phone).reachAll();

        says(desk, PRESSED, tongue.call("micro"));
        says(desk, PRESSED, tongue.call("camera"));
        keys.enter("[data-do=camera]");
        says(desk, NOT_PRESSED, tongue.call("camera"));
        guest.hears("guest.far.camera");
        keys.enter("[data-do=menu-microphone]");
        says(desk, "- button \"%s\" [expanded]", tongue.call("room.micro.choose"));
        keys.press("Escape").reach("[data-do=menu-microphone]").enter("[data-do=photo]");
        guest.hears("guest.photo");

        says(phone, PRESSED, tongue.call("micro"));
        new Keys(phone).enter("[data-do=enlarge]");
        says(phone, PRESSED, tongue.call("enlarge"));
        new Keys(phone).enter("[data-do=leave]");
        says(phone, "- heading \"%s\" [level=1]", tongue.call("guest.finished"));
        organizer.hears("room.left");
        keys.enter("[data-do=leave]").enter("[data-do=leaveNow]");
        organizer.hears("room.ended");
    }

    private static void signIn(TestAccount account, Page page, Keys keys) {
        page.navigate(stack.publicAddress() + "/");
        keys.enter("a[href$='/connexion']");
        keys.type("#identifier", account.identifier()).type("#password", Portal.PASSWORD);
        keys.press("Enter");
        page.waitForURL("**/code");
        keys.reachAll();
        keys.type("#code", Inbox.of(stack.address()).codeFor(account.mobile())).press("Enter");
        page.waitForURL("**/pro/services");
    }

    /** In the accessibility tree, anywhere on the page. */
    private static void says(Page page, String node, String name) {
        assertThat(page.locator("body")).matchesAriaSnapshot(node.formatted(name));
    }
}
