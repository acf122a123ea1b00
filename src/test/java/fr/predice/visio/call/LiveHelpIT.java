package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.Device;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where the invited person is, beside the professional's picture: what to tell them, and what helps. */
@ExtendWith(StackExtension.class)
class LiveHelpIT {
    private static final String INSIDE_AN_APP =
            "Mozilla/5.0 (Linux; Android 13; SM-A536B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0"
                    + " Chrome/120.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0]";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static Stack stack;
    static People people;

    private final String number = TestAccount.someNumber();
    private OrganizerAtDesk organizer;

    @BeforeAll
    static void open(Stack started) {
        stack = started;
        people = new People(started);
    }

    @BeforeEach
    void invite() {
        organizer = people.organizer(browsers.desk(Tongue.FRENCH)).signIn();
        organizer.invite(number);
        organizer.hears("room.step.sms-sent");
        organizer.hears("room.say.sent");
    }

    @Test
    void followsThePersonFromTheLinkToTheirVoice() {
        var guest = open(browsers.phone(Tongue.FRENCH));
        organizer.hears("room.step.opened");
        organizer.isToSay("room.say.opened", "guest.ready.join");
        offersTheTelephone();

        guest.join();
        organizer.hears("room.step.camera");
        organizer.hears("room.step.connected");
        organizer.hears("room.step.sound-heard");
        organizer.hears("room.say.talking");

        guest.toggleCamera();
        organizer.hears("room.step.sound-only");
        guest.leave();
        organizer.hears("room.say.left");
    }

    /** With ears alone, through a whole call: each change is said, and once. */
    @Test
    void saysEachChangeOnceToWhoListens() {
        var guest = people.guest(browsers.phone(Tongue.FRENCH));
        List.of(organizer, guest).forEach(CallPage::listenToAnnouncements);
        var room = organizer.page().url();
        organizer.page().reload();
        organizer.hears("room.step.sms-sent");
        saysOnce(organizer, "room.waiting", "room.waiting.sms-sent");
        organizer.page().navigate("about:blank");

        guest.open(people.linkTo(number));
        guest.join();
        guest.hears("guest.waiting");
        organizer.page().navigate(room);
        organizer.hears("room.step.sound-heard");
        guest.witness().seesFramesComing();

        guest.toggleCamera();
        organizer.hears("room.far.camera");
        organizer.toggleMicrophone();
        guest.hears("guest.far.micro");

        guest.witness().isBlocked();
        guest.witness().asksForAnotherConnection();
        organizer.hears("reconnecting");
        guest.hears("reconnecting");
        guest.witness().isUnblocked();
        organizer.hears("room.step.sound-heard");
        assertThat(guest.sentence("guest.talking")).isVisible();
        // On an iPhone a button that is tapped takes no focus.
        guest.page().evaluate("() => document.activeElement.blur()");
        organizer.leave();
        guest.hears("guest.ended");

        saysOnce(
                organizer,
                "room.connecting",
                "room.step.connected",
                "room.far.camera",
                "micro.off",
                "reconnecting",
                "room.step.connected",
                "room.ended");
        saysOnce(
                guest,
                "guest.asking",
                "guest.waiting",
                "guest.connecting",
                "guest.talking",
                "camera.off",
                "guest.far.micro",
                "reconnecting",
                "guest.talking",
                "guest.ended");
    }

    /** These in this order, each as often as it stands here, and nothing else twice. */
    private static void saysOnce(CallPage side, String... keys) {
        var expected = Stream.of(keys)
                .map(key -> side.tongue().call(key).replace('\u00a0', ' '))
                .toList();
        // What was said stays in the list: what came twice is never as expected again.
        await().untilAsserted(() -> assertThat(side.announcements().stream()
                        .flatMap(one -> expected.stream().distinct().filter(one::contains)))
                .as(side.announcements().toString())
                .containsExactlyElementsOf(expected));
        var all = side.announcements();
        assertThat(all.stream().filter(one -> expected.stream().noneMatch(one::contains)))
                .as(all.toString())
                .doesNotHaveDuplicates();
    }

    @Test
    void saysThatTheLinkOpenedInsideAnotherApp() {
        open(browsers.phoneNamed(INSIDE_AN_APP)).hears("guest.inapp");

        organizer.hears("room.step.in-app");
        organizer.isToSay("room.say.in-app", "guest.copy");
        organizer.page().reload();
        organizer.hears("room.step.in-app");
    }

    @Test
    void saysThatTheBrowserCannotCall() {
        open(browsers.phone(Tongue.FRENCH, "delete window.RTCPeerConnection")).hears("guest.unsupported");

        organizer.hears("room.step.unsupported");
        organizer.hears("room.say.unsupported");
    }

    @Test
    void saysWhileThePersonIsAskedForTheCamera() {
        tapWhere("() => new Promise(() => undefined)").hears("guest.asking");

        organizer.hears("room.step.asking");
        organizer.isToSay("room.say.asking", "guest.allow");
        offersTheTelephone();
    }

    @Test
    void saysWhatIsInTheWayOfTheirCamera() {
        tapWhere("() => Promise.reject(new DOMException('', 'NotAllowedError'))")
                .hears("guest.refused");
        organizer.hears("room.step.refused");
        organizer.isToSay("room.say.refused", "retry");
    }

    @Test
    void believesNoOtherWordAndNoOtherLink() {
        var robot = new Visitor(stack.address());
        var token = people.linkTo(number).replaceAll(".*#", "");

        assertThat(look(robot, token, "\"<script>\"")).isEqualTo(200);
        assertThat(look(robot, token, "{\"opened\":1}")).isEqualTo(200);
        assertThat(look(robot, "A".repeat(22), "\"unsupported\"")).isEqualTo(404);

        assertThat(look(robot, token, "\"opened\"")).isEqualTo(200);
        organizer.hears("room.step.opened");
        assertThat(organizer.page().getByText(Tongue.FRENCH.call("room.step.unsupported")))
                .isHidden();
    }

    private static int look(Visitor robot, String token, String browser) {
        return robot.postJson("/api/guest/look", "{\"token\":\"" + token + "\",\"browser\":" + browser + "}")
                .statusCode();
    }

    private void offersTheTelephone() {
        assertThat(organizer.page().locator("a.room-remedy").locator("visible=true"))
                .hasAttribute("href", "tel:+33" + number.substring(1));
    }

    private GuestOnPhone tapWhere(String camera) {
        var guest = open(browsers.phone(
                Tongue.FRENCH, "if (navigator.mediaDevices) { navigator.mediaDevices.getUserMedia = " + camera + " }"));
        guest.join();
        return guest;
    }

    private GuestOnPhone open(Device phone) {
        return people.guest(phone).open(people.linkTo(number));
    }
}
