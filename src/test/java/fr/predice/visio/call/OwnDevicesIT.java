package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The professional's own camera and microphone, where something is wrong with them. */
@ExtendWith(StackExtension.class)
class OwnDevicesIT {
    /** Devices that open and give nothing: a camera behind its cap, a headset that is switched off. */
    private static final String DEAD = """
            if (navigator.mediaDevices) {
              navigator.mediaDevices.getUserMedia = () => {
                const canvas = document.createElement('canvas');
                const brush = canvas.getContext('2d');
                setInterval(() => brush.fillRect(0, 0, canvas.width, canvas.height), 100);
                const sound = new AudioContext().createMediaStreamDestination().stream;
                const picture = canvas.captureStream(10);
                return Promise.resolve(new MediaStream([...picture.getTracks(), ...sound.getTracks()]));
              };
            }""";

    /** The first question is refused, the next one is not. */
    private static final String REFUSED_ONCE = """
            if (navigator.mediaDevices) {
              const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
              let refused = false;
              navigator.mediaDevices.getUserMedia = (wanted) => {
                if (refused) { return ask(wanted); }
                refused = true;
                return Promise.reject(new DOMException('', 'NotAllowedError'));
              };
            }""";

    /** Another program has the camera. */
    private static final String BUSY = """
            if (navigator.mediaDevices) {
              const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
              navigator.mediaDevices.getUserMedia = (wanted) =>
                wanted.video ? Promise.reject(new DOMException('', 'NotReadableError')) : ask(wanted);
            }""";

    /** The question stays on the screen until the test answers it. */
    private static final String UNANSWERED = """
            if (navigator.mediaDevices) {
              const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
              const answered = new Promise((resolve) => { window.allow = resolve; });
              navigator.mediaDevices.getUserMedia = (wanted) => answered.then(() => ask(wanted));
            }""";

    /** A camera on a cable. */
    private static final String PLUGGED = """
            if (navigator.mediaDevices) {
              const devices = navigator.mediaDevices;
              const ask = devices.getUserMedia.bind(devices);
              let away = false;
              let films = null;
              devices.getUserMedia = (wanted) => away && wanted.video
                ? Promise.reject(new DOMException('', 'NotFoundError'))
                : ask(wanted).then((stream) => {
                    films = stream.getVideoTracks()[0] || films;
                    return stream;
                  });
              window.pull = () => {
                away = true;
                films.stop();
                films.dispatchEvent(new Event('ended'));
              };
              window.plug = () => {
                away = false;
                devices.dispatchEvent(new Event('devicechange'));
              };
            }""";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static People people;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
    }

    @Test
    void saysByItselfThatThePictureIsBlackAndTheMicrophoneSilent() {
        var organizer = invite(DEAD, TestAccount.someNumber());

        organizer.hears("room.black");
        organizer.hears("room.silent");
        AxeReview.pass("black and silent", organizer.page());
        organizer.toggleCamera();
        organizer.hears("camera.off");
    }

    @Test
    void repairsARefusalWhileThePersonWaits() {
        var number = TestAccount.someNumber();
        var organizer = invite(REFUSED_ONCE, number);
        organizer.hears("room.devices.refused");
        var guest = join(number);
        guest.hears("guest.far.arriving");
        AxeReview.pass("room.devices.refused", organizer.page());
        AxeReview.pass("guest.far.arriving", guest.page());

        organizer.button(Tongue.FRENCH.call("retry")).click();
        guest.witness().seesFramesComing();
        guest.witness().hearsSound();
        guest.witness().seesAPicture();
    }

    @Test
    void isHeardWhereTheCameraIsBusy() {
        var number = TestAccount.someNumber();
        var organizer = invite(BUSY, number);
        organizer.hears("room.devices.occupied");

        var guest = join(number);
        guest.witness().hearsSound();
        organizer.witness().seesFramesComing();
        organizer.hears("room.devices.occupied");
    }

    @Test
    void meetsThePersonWhileItsOwnQuestionWaits() {
        var number = TestAccount.someNumber();
        var organizer = invite(UNANSWERED, number);
        var guest = join(number);

        guest.hears("guest.far.arriving");
        organizer.witness().seesFramesComing();
        organizer.page().evaluate("() => allow()");
        guest.witness().seesFramesComing();
        guest.witness().hearsSound();
        guest.witness().seesAPicture();
        assertThat(guest.sentence("guest.far.arriving")).hasCount(0);
    }

    @Test
    void opensAgainWhatIsPluggedInAgainAndLeavesTheRestAsItWas() {
        var number = TestAccount.someNumber();
        var organizer = invite(PLUGGED, number);
        var guest = join(number);
        guest.witness().seesAPicture();
        organizer.toggleMicrophone();
        guest.hears("guest.far.micro");

        organizer.page().evaluate("() => pull()");
        organizer.hears("room.devices.missing");

        organizer.page().evaluate("() => plug()");
        guest.witness().seesFramesComing();
        guest.witness().seesAPicture();
        assertThat(organizer.sentence("room.devices.missing")).hasCount(0);
        assertThat(organizer.control("micro")).hasAttribute("aria-pressed", "false");
    }

    private static GuestOnPhone join(String number) {
        var guest = people.guest(browsers.phone(Tongue.FRENCH)).open(people.linkTo(number));
        guest.join();
        return guest;
    }

    private static OrganizerAtDesk invite(String devices, String number) {
        var organizer = people.organizer(browsers.desk(Tongue.FRENCH, devices)).signIn();
        organizer.invite(number);
        return organizer;
    }
}
