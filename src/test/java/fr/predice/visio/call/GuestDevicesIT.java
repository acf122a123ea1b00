package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.Device;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The device that was invited: a phone whose camera is refused, or which has none; and a computer. */
@ExtendWith(StackExtension.class)
class GuestDevicesIT {
    @RegisterExtension
    static final Browsers refusing = Browsers.refusing();

    @RegisterExtension
    static final Browsers withoutCamera = Browsers.withoutCamera();

    @RegisterExtension
    static final Browsers willing = Browsers.willing();

    /** What the browser says of the microphone. */
    private static final String GRANTED = "Permissions.prototype.query = () => Promise.resolve({ state: 'granted' })";

    private static final String NOT_ASKED_YET = GRANTED.replace("granted", "prompt");

    /** Keeps the newest microphone where a test can reach it. */
    private static final String TRACKS = instead("""
            open(wanted).then((stream) => {
              window.microphone = stream.getAudioTracks()[0] || window.microphone;
              return stream;
            })""");

    /** A microphone that is open and gives nothing. */
    private static final String SILENT = instead("""
            open(wanted).then((stream) => {
              stream.getAudioTracks().forEach((one) => stream.removeTrack(one));
              const [silence] = new AudioContext().createMediaStreamDestination().stream.getTracks();
              stream.addTrack(silence);
              return stream;
            })""");

    private static final String SCREEN = """
            window.held = 0;
            if (window.WakeLock) {
              WakeLock.prototype.request = async () => {
                window.held += 1;
                return { release: async () => (window.held -= 1) };
              };
            }""";

    static People people;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "android-chrome | Mozilla/5.0 (Linux; Android 14; K) Chrome/131.0 Mobile Safari/537.36",
                "ios-safari | Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1"
            })
    void saysWhereThisBrowserAllowsACameraThatWasRefused(String steps, String name) {
        var guest = tapOn(refusing.phoneNamed(name));

        guest.hears("guest.refused");
        guest.hears("allow." + steps + ".one");
        guest.hears("allow." + steps + ".two");
        guest.hears("guest.refused.three");
        assertThat(guest.button(guest.tongue().call("retry"))).isVisible();
        assertThat(guest.button(guest.tongue().call("guest.sound"))).isVisible();
    }

    @Test
    void keepsItsOwnWordsWhereTheStepsDoNotCome() {
        var guest = people.guest(refusing.phone(Tongue.FRENCH).expectComplaint("ERR_FAILED"))
                .open(people.invited());
        guest.page().route("**/autoriser/*", Route::abort);
        guest.join();

        guest.hears("guest.refused.one");
    }

    @Test
    void tellsTheSystemsRefusalFromTheBrowsers() {
        var guest = tapOn(willing.phone(Tongue.FRENCH, fails("true", "Permission denied by system")));

        guest.hears("guest.system");
        guest.hears("allow.system-other.one");
        assertThat(guest.sentence("guest.refused")).hasCount(0);
    }

    @Test
    void asksAgainWhenTheQuestionWasPutAway() {
        var guest = tapOn(willing.phone(
                Tongue.FRENCH, fails("!window.again && (window.again = true)", "Permission dismissed"), NOT_ASKED_YET));
        guest.hears("guest.dismissed");

        guest.button(guest.tongue().call("retry")).tap();

        guest.hears("guest.waiting");
        assertThat(guest.camera()).isNotEmpty();
    }

    @Test
    void joinsWithTheMicrophoneThatWasAllowedAndSaysSo() {
        var meeting = people.meet(
                willing.desk(Tongue.FRENCH),
                willing.phone(Tongue.FRENCH, fails("wanted.video", "Permission denied"), GRANTED));
        var guest = meeting.guest();

        guest.hears("guest.alone.refused");
        meeting.organizer().witness().hearsSound();
        meeting.organizer().hears("room.step.sound-only");

        guest.toggleCamera();
        guest.hears("guest.refused");
        guest.button(guest.tongue().call("guest.sound")).tap();
        guest.hears("guest.alone.refused");
        meeting.organizer().witness().hearsSound();
    }

    @Test
    void joinsWithSoundAloneWhereThereIsNoCamera() {
        var guest = tapOn(willing.phone(Tongue.FRENCH, fails("wanted.video", "", "NotFoundError")));

        guest.hears("guest.waiting");
        guest.hears("guest.alone.missing");
        guest.toggleCamera();
        guest.hears("guest.alone.missing");
        guest.toggleMicrophone();
        guest.hears("micro.off");
    }

    @Test
    void goesInWithoutAMicrophoneWhereNoneOpens() {
        var guest = tapOn(withoutCamera.phone(Tongue.FRENCH));
        guest.hears("guest.missing");
        assertThat(guest.button(guest.tongue().call("guest.silent"))).isVisible();
        AxeReview.pass("no microphone either", guest.page());

        guest.button(guest.tongue().call("guest.silent")).tap();

        guest.hears("guest.waiting");
        guest.hears("guest.alone.missing");
    }

    @Test
    void saysThatAPhoneCallHasTheMicrophoneAndNothingMoreOnceItIsGivenBack() {
        var guest = tapOn(willing.phone(Tongue.FRENCH, TRACKS));
        guest.hears("guest.waiting");

        call(guest, true);
        guest.hears("taken.audio");
        AxeReview.pass("taken.audio", guest.page());
        call(guest, false);
        assertThat(guest.sentence("taken.audio")).hasCount(0);
        assertThat(guest.sentence("micro.off")).hasCount(0);
    }

    @Test
    void opensTheMicrophoneAgainThatAPhoneCallEnded() {
        var meeting = people.meet(willing.desk(Tongue.FRENCH), willing.phone(Tongue.FRENCH, TRACKS))
                .bothSeeAndHear();

        meeting.guest().page().evaluate("() => { microphone.stop(); microphone.dispatchEvent(new Event('ended')); }");

        meeting.guest().page().waitForFunction("() => microphone.readyState === 'live'");
        meeting.bothSeeAndHear();
    }

    @Test
    void noticesASilentMicrophoneButNotOneThatIsOff() {
        var meeting = people.meet(willing.desk(Tongue.FRENCH), willing.phone(Tongue.FRENCH, SILENT));
        var guest = meeting.guest();
        assertThat(guest.farVideo()).isVisible();
        guest.hears("micro.silent");
        AxeReview.pass("micro.silent", guest.page());

        guest.toggleMicrophone();
        guest.hears("micro.off");
        assertThat(guest.sentence("micro.silent")).hasCount(0);
    }

    @Test
    void keepsTheScreenOnUntilThePersonLeaves() {
        var guest = tapOn(willing.phone(Tongue.FRENCH, SCREEN));
        guest.hears("guest.waiting");
        assertThat(held(guest)).isEqualTo(1);

        guest.leave();
        guest.hears("guest.finished");
        assertThat(held(guest)).isZero();
    }

    @Test
    void worksOnAComputerWithACamera() {
        var meeting = people.meet(willing.desk(Tongue.FRENCH), willing.desk(Tongue.FRENCH))
                .bothSeeAndHear();

        meeting.guest().leave();
        meeting.organizer().hearsAtOnce("room.left");
    }

    /** A phone call takes the microphone, or gives it back. */
    private static void call(GuestOnPhone guest, boolean taken) {
        guest.page().evaluate("""
                (taken) => {
                  Object.defineProperty(microphone, 'muted', { configurable: true, value: taken });
                  microphone.dispatchEvent(new Event(taken ? 'mute' : 'unmute'));
                }""", taken);
    }

    private static int held(GuestOnPhone guest) {
        return (int) guest.page().evaluate("() => window.held");
    }

    private static String fails(String when, String message) {
        return fails(when, message, "NotAllowedError");
    }

    /** @param when an expression of what is {@code wanted} */
    private static String fails(String when, String message, String name) {
        return instead(
                "%s ? Promise.reject(new DOMException('%s', '%s')) : open(wanted)".formatted(when, message, name));
    }

    /** @param answer to what is {@code wanted}, in place of what {@code open} does */
    private static String instead(String answer) {
        return """
                if (navigator.mediaDevices) {
                  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                  navigator.mediaDevices.getUserMedia = (wanted) => %s;
                }""".formatted(answer);
    }

    private static GuestOnPhone tapOn(Device phone) {
        var guest = people.guest(phone).open(people.invited());
        guest.join();
        return guest;
    }
}
