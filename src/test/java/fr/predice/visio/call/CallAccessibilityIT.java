package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.Device;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.People;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Each state of the room and of the invited person's page is one that everybody can use. */
@Order(1)
@ExtendWith(StackExtension.class)
@ParameterizedClass
@EnumSource
class CallAccessibilityIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    /** As the page's view does. */
    private static final String SHOW = """
            (words) => Array.from(document.querySelectorAll('[data-when][hidden]'))
              .filter(({ dataset }) => dataset.when.split(/\\s+/).some((word) => words.includes(word)))
              .map((one) => {
                one.hidden = false;
                return one;
              })""";

    static People people;

    @Parameter
    Tongue tongue;

    final AxeReview axe = new AxeReview();

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
    }

    @Test
    void letsEverybodyMeet() {
        var meeting = people.meet(desk(), browsers.phone(tongue)).bothSeeAndHear();
        var organizer = meeting.organizer();
        var guest = meeting.guest();
        meeting.sides().forEach(side -> {
            axe.look("talking", side.page());
            axe.lookAtFocus("talking", side.page());
        });
        reviewsWhatMayBeSaid(organizer, guest);

        meeting.sides().forEach(side -> side.farVideo().click());
        meeting.sides().forEach(side -> axe.look("enlarged", side.page()));
        meeting.sides().forEach(CallPage::toggleCamera);
        review(organizer, "room.far.camera");
        review(guest, "guest.far.camera");

        meeting.sides().forEach(side -> side.control("text.write").click());
        organizer.textField().fill("Bonjour\n");
        guest.textField().fill("Je vous");
        assertThat(guest.textLines()).hasCount(1);
        assertThat(organizer.textBegun()).hasText("Je vous");
        meeting.sides().forEach(side -> axe.look("text", side.page()));

        guest.leave();
        review(organizer, "room.left");
        review(guest, "guest.finished");

        var second = organizer.secondWindow();
        review(organizer, "room.replaced");
        review(second, "room.left");
        second.leave();
        review(second, "room.ended");
        second.page().reload();
        second.hearsPage("error.410.title");
        axe.look("gone", second.page());
    }

    /** What other tests wait for and review, each in one language only. */
    private void reviewsWhatMayBeSaid(CallPage organizer, CallPage guest) {
        var lost = tongue == Tongue.FRENCH ? guest : organizer;
        reviewAsShown(lost, "reconnecting", "reconnecting");
        if (tongue == Tongue.ENGLISH) {
            reviewAsShown(organizer, "room.planb", "planb-on");
            reviewAsShown(organizer, "room.silent", "own-black", "own-silent");
            reviewAsShown(organizer, "room.devices.refused", "devices-refused");
            reviewAsShown(guest, "guest.planb", "planb-on");
            reviewAsShown(guest, "guest.far.arriving", "far-media-arriving");
            reviewAsShown(guest, "taken.audio", "taken-audio");
            reviewAsShown(guest, "micro.silent", "silent");
        }
    }

    /** @param words of the page's view */
    private void reviewAsShown(CallPage side, String sentence, String... words) {
        var changed = side.page().evaluateHandle(SHOW, List.of(words));
        review(side, sentence);
        changed.evaluate("(changed) => changed.forEach((one) => { one.hidden = true; })");
    }

    /** What opens over the picture, and what stands under it. */
    @Test
    void letsEverybodyUseTheRoomsTools() {
        var meeting = people.meet(desk(), browsers.phone(tongue)).bothSeeAndHear();
        var organizer = meeting.organizer();
        for (var menu : List.of("room.micro.choose", "room.camera.choose", "room.quality", "room.keys")) {
            organizer.button(tongue.call(menu)).click();
            axe.look(menu, organizer.page());
            organizer.page().keyboard().press("Escape");
        }
        organizer.button(tongue.call("room.photo")).click();
        review(meeting.guest(), "guest.photo");
        review(organizer, "room.photos");
        organizer.page().locator(".photos-picture").click();
        axe.look("enlarged photo", organizer.page());
        organizer.page().keyboard().press("Enter");
        organizer.leave();
        review(organizer, "room.leaving");
    }

    /** The other's battery dies: the French professional waits, and the English participant. */
    @Test
    void letsEverybodyWaitForTheOther() {
        var meeting = people.meet(desk(), browsers.phone(tongue)).bothSeeAndHear();
        var professional = tongue == Tongue.FRENCH;
        (professional ? meeting.guest() : meeting.organizer()).page().close();
        review(professional ? meeting.organizer() : meeting.guest(), "reconnecting");
    }

    /** The organizer's remedies, one after the other. */
    @Test
    void helpsWhoHasNoLink() {
        var organizer =
                people.organizer(desk().expectRefusal(400).expectRefusal(429)).signIn();
        organizer.invite(TestAccount.someNumber());
        review(organizer, "room.waiting.sms-sent");
        for (var step : List.of("devices", "photo", "remedies", "leave")) {
            organizer.button(tongue.call("room.tour.next")).click();
            review(organizer, "room.tour." + step);
        }
        organizer.button(tongue.call("room.tour.end")).click();

        for (var remedy : List.of("room.link", "room.qr", "room.correct", "room.cancel")) {
            organizer.remedy(remedy).click();
            review(organizer, remedy.equals("room.link") ? "room.until" : remedy);
        }
        organizer.remedy("room.correct").click();
        organizer.button(tongue.call("room.correct.send")).click();
        organizer.hearsPage("invite.badNumber");
        axe.look("refused correction", organizer.page());
        organizer.remedy("room.cancel").click();
        organizer.button(tongue.call("room.cancel.yes")).click();
        review(organizer, "room.revoked");
    }

    @Test
    void letsEverybodyRead() {
        var guest = people.guest(tolerantPhone());
        guest.open(people.invited());
        review(guest, "guest.ready.invites");
        axe.lookAtFocus("ready", guest.page());

        for (var reason : new String[] {"unknown", "expired", "revoked", "ended", "taken", "busy", "stopping"}) {
            guest.isRefused(reason);
            review(guest, "guest." + reason);
        }
        guest.losesTheServer();
        review(guest, "guest.unreachable");
    }

    @Test
    void helpsWhereTheCameraDoesNotOpen() {
        review(tap("() => new Promise(() => undefined)"), "guest.asking");
        review(tap(failsWith("NotAllowedError")), "guest.refused");
        review(tap(failsWith("NotFoundError")), "guest.missing");
        review(tap(failsWith("NotReadableError")), "guest.occupied");
        review(tap(failsWith("NotAllowedError", "Permission denied by system")), "allow.system-other.one");
        review(tap(failsWith("NotAllowedError", "Permission dismissed")), "guest.dismissed");

        var easy = people.guest(browsers.phone(tongue, asking(failsWith("NotAllowedError"))))
                .open(people.invited().replace("/r#", "/r/" + tongue.tag().substring(0, 2) + "/simple#"));
        assertThat(easy.button(tongue.call("guest.ready.join"))).isVisible();
        axe.look("easy", easy.page());
        easy.join();
        easy.button(tongue.call("retry")).waitFor();
        axe.look("easy, refused", easy.page());
    }

    /** Without a picture, long, and with a phone call in between. */
    @Test
    void letsAPersonWaitWithSoundAlone() {
        var camera = "(wanted) => wanted.video ? Promise.reject(new DOMException('', 'NotFoundError')) : open(wanted)";
        var guest = people.guest(browsers.phone(
                tongue,
                "const open = navigator.mediaDevices"
                        + " && navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);" + asking(camera)));
        guest.page().clock().install();
        guest.open(people.invited());
        guest.join();
        review(guest, "guest.alone.missing");
        guest.page().clock().fastForward("02:30");
        review(guest, "guest.late");
        guest.page().reload();
        review(guest, "guest.ready.resume");
    }

    @Test
    void helpsWhereTheBrowserCannotCall() {
        var link = people.invited();
        var guest = people.guest(browsers.phone(tongue, "delete window.RTCPeerConnection"))
                .open(link);
        review(guest, "guest.unsupported");
        guest.copiesTheLink();
        review(guest, "guest.copied");

        var program = "Object.defineProperty(navigator, 'userAgent', { value: 'Instagram' })";
        var inApp = people.guest(browsers.phone(tongue, program)).open(link);
        review(inApp, "guest.inapp");
    }

    /** @param camera what asking for it does */
    private GuestOnPhone tap(String camera) {
        var guest = people.guest(browsers.phone(tongue, asking(camera))).open(people.invited());
        guest.join();
        return guest;
    }

    private static String asking(String camera) {
        return "if (navigator.mediaDevices) { navigator.mediaDevices.getUserMedia = " + camera + " }";
    }

    private static String failsWith(String error) {
        return failsWith(error, "");
    }

    private static String failsWith(String error, String message) {
        return "() => Promise.reject(new DOMException('" + message + "', '" + error + "'))";
    }

    private Device desk() {
        return browsers.desk(tongue).expectRefusal(410);
    }

    private Device tolerantPhone() {
        return browsers.phone(tongue).expectComplaint("Failed to load resource");
    }

    private void review(CallPage page, String sentence) {
        page.hears(sentence);
        axe.look(sentence, page.page());
    }

    @AfterEach
    void findsNothingWrong() {
        axe.foundNothing();
    }
}
