package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The device that was invited: a phone whose camera is refused, or which has none; and a computer. */
@ExtendWith(StackExtension.class)
class GuestDevicesIT {
    @RegisterExtension
    static final Browsers refusing = Browsers.refusing();

    @RegisterExtension
    static final Browsers withoutCamera = Browsers.withoutCamera();

    @RegisterExtension
    static final Browsers willing = Browsers.willing();

    static People people;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
    }

    @Test
    void saysHowToAllowACameraThatWasRefused() {
        var guest = tapOn(refusing);

        guest.hears("guest.refused");
        guest.hears("guest.refused.three");
        offersToGoOn(guest);
    }

    @Test
    void saysThatNoCameraWasFound() {
        var guest = tapOn(withoutCamera);

        guest.hears("guest.missing");
        offersToGoOn(guest);
    }

    @Test
    void worksOnAComputerWithACamera() {
        var meeting = people.meet(willing.desk(Tongue.FRENCH), willing.desk(Tongue.FRENCH))
                .bothSeeAndHear();

        meeting.guest().leave();
        meeting.organizer().hearsAtOnce("room.left");
    }

    private static void offersToGoOn(GuestOnPhone guest) {
        assertThat(guest.button(guest.tongue().call("retry"))).isVisible();
        assertThat(guest.button(guest.tongue().call("guest.sound"))).isVisible();
    }

    private static GuestOnPhone tapOn(Browsers browsers) {
        var guest = people.guest(browsers.phone(Tongue.FRENCH)).open(people.invited());
        guest.join();
        return guest;
    }
}
