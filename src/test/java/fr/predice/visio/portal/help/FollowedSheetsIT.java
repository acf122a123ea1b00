package fr.predice.visio.portal.help;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Meeting;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Sheet;
import fr.predice.visio.support.Sheet.Step;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who knows nothing but the sheets does what they say, in their words, and gets through a whole call. */
@ExtendWith(StackExtension.class)
@ParameterizedClass
@EnumSource
class FollowedSheetsIT {
    private static final String NOTE_WHAT_IS_ASKED_FOR = """
            if (navigator.mediaDevices) {
              const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
              window.askedFor = [];
              navigator.mediaDevices.getUserMedia = (wanted) => {
                window.askedFor.push(...['video', 'audio'].filter((kind) => wanted[kind]));
                return open(wanted);
              };
            }""";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    @Parameter
    Tongue tongue;

    private Stack stack;

    /** And leaves out no step of any. */
    @Test
    void leadsThroughAWholeCall(Stack stack) {
        this.stack = stack;
        var people = new People(stack);
        var desk = browsers.desk(tongue, NOTE_WHAT_IS_ASKED_FOR);
        var organizer = people.organizer(desk);
        var number = TestAccount.someNumber();
        var connection = sheet(organizer, 2);
        var use = sheet(organizer, 3);
        var advice = sheet(organizer, 4);

        signIn(organizer, connection);
        invite(organizer, use, number);
        use.step("invite", 3).says(sms());
        advice.step("before", 1).says(sms());
        advice.step("handed", 1).says(sms());
        var guest = people.guest(browsers.phone(tongue, NOTE_WHAT_IS_ASKED_FOR)).open(people.smsLinkTo(number));
        assertThat(advice.step("handed", 2).buttons())
                .isEqualTo(advice.step("before", 1).buttons());
        advice.step("handed", 2).press(guest, 0);

        // Before the camera is turned round: Chromium's second fake one measures depth, which nobody can send.
        new Meeting(organizer, guest, number, guest.page().url()).bothSeeAndHear();
        isAskedForBoth(organizer, use.step("enter", 1));
        isAskedForBoth(guest, advice.step("before", 2));
        isAskedForBoth(guest, advice.step("handed", 3).says(tongue.call("guest.allow")));
        helpTheGuest(guest, advice);
        organizer.witness().seesAPicture();
        talkAndLeave(organizer, guest, use);
        Stream.of(connection, use, advice).forEach(Sheet::isFollowed);
    }

    private void signIn(OrganizerAtDesk organizer, Sheet sheet) {
        var address = sheet.page().locator("#adresse strong").innerText();
        sheet.step("address", 1).says(address);
        organizer.page().navigate(address);
        sheet.step("strong", 1).press(organizer, 0);
        var type = sheet.step("strong", 2);
        fill(organizer, type, "signin.identifier", organizer.account().identifier());
        fill(organizer, type, "signin.password", Portal.PASSWORD);
        sheet.step("strong", 3).press(organizer, 0);
        var enter = sheet.step("strong", 4);
        organizer.hearsPage("code.late");
        fill(
                organizer,
                enter,
                "code.field",
                Inbox.of(stack.address()).codeFor(organizer.account().mobile()));
        enter.press(organizer, 0);
        organizer.hearsPage("services.lead");
        sheet.step("services", 1).says(tongue.page("services.lead").replace(".", ""));
        sheet.step("services", 2).press(organizer, 0);
    }

    private void invite(OrganizerAtDesk organizer, Sheet sheet, String number) {
        fill(organizer, sheet.step("invite", 1), "invite.mobile", number);
        sheet.step("invite", 2).press(organizer, 0);
        organizer.hears("room.waiting");
    }

    private String sms() {
        return tongue == Tongue.FRENCH ? "SMS" : "text message";
    }

    /** By the browser, whose question no page can show or answer. */
    private void isAskedForBoth(CallPage side, Step step) {
        step.says(tongue.call("camera")).says(tongue.call("micro"));
        assertThat((List<?>) side.page().evaluate("() => window.askedFor"))
                .extracting(Object::toString)
                .contains("video", "audio");
    }

    /** With what the sheet says, and again with what the card says that is handed to the person. */
    private void helpTheGuest(GuestOnPhone guest, Sheet advice) {
        var enlarge = advice.step("talk", 1);
        advice.step("handed", 4);
        var larger = Sheet.named(guest.page(), enlarge.buttons().get(0));
        guest.farVideo().click();
        assertThat(larger).hasAttribute("aria-pressed", "true");
        enlarge.press(guest, 0);
        assertThat(larger).hasAttribute("aria-pressed", "false");

        turnsRound(guest, advice.step("talk", 2));
        turnsRound(guest, advice.step("handed", 5));
        turnsOffAndOn(guest, advice.step("talk", 3), "micro.off");
        turnsOffAndOn(guest, advice.step("handed", 6), "micro.off");
    }

    private static void turnsRound(GuestOnPhone guest, Step step) {
        var camera = guest.camera();
        step.press(guest, 0);
        guest.page()
                .waitForCondition(
                        () -> !guest.camera().isEmpty() && !guest.camera().equals(camera));
    }

    private void talkAndLeave(OrganizerAtDesk organizer, GuestOnPhone guest, Sheet sheet) {
        var black = sheet.step("enter", 2);
        turnsOffAndOn(organizer, black, "camera.off");
        opensAMenu(organizer, black, "room.camera.black");
        var unheard = sheet.step("talk", 1);
        turnsOffAndOn(organizer, unheard, "micro.off");
        opensAMenu(organizer, unheard, "room.speaker");

        sheet.step("talk", 2).press(organizer, 0);
        organizer.hears("room.photo.taken");
        guest.hears("guest.photo");

        sheet.step("leave", 1).press(organizer, 0);
        organizer.hears("room.leaving");
        var photos = sheet.step("leave", 2);
        assertThat(Sheet.named(organizer.page(), photos.buttons().get(0))).isVisible();
        photos.press(organizer, 1);
        organizer.hears("room.ended");
    }

    private static void turnsOffAndOn(CallPage side, Step step, String news) {
        step.press(side, 0);
        side.hears(news);
        step.press(side, 0);
        assertThat(side.sentence(news)).hasCount(0);
    }

    private static void opensAMenu(CallPage side, Step step, String heading) {
        step.press(side, 1);
        side.hears(heading);
        side.page().keyboard().press("Escape");
    }

    private void fill(CallPage side, Step step, String label, String text) {
        var name = tongue.page(label);
        step.says(name);
        side.page()
                .getByLabel(name, new Page.GetByLabelOptions().setExact(true))
                .fill(text);
    }

    private Sheet sheet(OrganizerAtDesk organizer, int number) {
        return Sheet.beside(organizer, stack.publicAddress(), number);
    }
}
