package fr.predice.visio.call;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
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
        organizer.toggleCamera();
        organizer.hears("camera.off");
    }

    @Test
    void repairsARefusalWhileThePersonWaits() {
        var number = TestAccount.someNumber();
        var organizer = invite(REFUSED_ONCE, number);
        organizer.hears("room.devices.refused");
        var guest = people.guest(browsers.phone(Tongue.FRENCH)).open(people.linkTo(number));
        guest.join();
        guest.hears("guest.far.arriving");

        organizer.button(Tongue.FRENCH.call("retry")).click();
        guest.witness().seesFramesComing();
        guest.witness().hearsSound();
        guest.witness().seesAPicture();
    }

    private static OrganizerAtDesk invite(String devices, String number) {
        var organizer = people.organizer(browsers.desk(Tongue.FRENCH, devices)).signIn();
        organizer.invite(number);
        return organizer;
    }
}
