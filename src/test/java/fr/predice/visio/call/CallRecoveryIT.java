package fr.predice.visio.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.AriaRole;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.Meeting;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a call outlives, and who does not get into it. */
@ExtendWith(StackExtension.class)
class CallRecoveryIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing().shared();

    static People people;
    static Meeting meeting;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
    }

    @BeforeEach
    void meet() {
        if (browsers.areClosed()) {
            meetAnew();
        }
    }

    private static void meetAnew() {
        meeting = people.meet(
                        browsers.desk(Tongue.FRENCH),
                        browsers.phone(Tongue.FRENCH).expectRefusal(409))
                .bothSeeAndHear();
    }

    @Test
    void outlivesAReloadOfTheOrganizersPage() {
        meeting.organizer().page().reload();

        meeting.bothSeeAndHear();
        assertThat(people.messagesTo(meeting.number())).hasSize(1);
    }

    @Test
    void outlivesAReloadOfThePhonesPageAndOneMoreTap() {
        meeting.guest().page().reload();
        meeting.guest().resume();

        meeting.bothSeeAndHear();
        assertThat(people.messagesTo(meeting.number())).hasSize(1);
    }

    @Test
    void stillSaysWhoLeftAfterAReload() {
        meeting.guest().leave();
        meeting.organizer().hears("room.left");

        meeting.organizer().page().reload();
        meeting.organizer().hears("room.left");

        meeting.guest()
                .button(meeting.guest().tongue().call("guest.finished.back"))
                .tap();
        meeting.bothSeeAndHear();
    }

    @Test
    void outlivesBrokenSockets() {
        var connections = connections();
        var sockets = meeting.sides().mapToInt(side -> side.witness().sockets()).sum();

        meeting.sides().forEach(side -> side.witness().cutSockets());
        await().pollInSameThread()
                .until(() -> meeting.sides()
                                .mapToInt(side -> side.witness().sockets())
                                .sum()
                        >= sockets + 2);

        // News of the camera goes through the server: it arrives, so both are heard there again.
        meeting.guest().toggleCamera();
        meeting.organizer().hears("room.far.camera");
        meeting.organizer().toggleCamera();
        meeting.guest().hears("guest.far.camera");
        assertThat(connections()).isEqualTo(connections);

        meeting.sides().forEach(CallPage::toggleCamera);
        meeting.bothSeeAndHear();
    }

    /** The phone alone knows that its network changed, and only the organizer offers. */
    @Test
    void findsAnotherWayWhenThePhoneChangesNetwork() {
        browsers.closeAll();
        meetAnew();
        var attempts = meeting.sides().map(side -> side.witness().attempt()).toList();
        var connections = connections();

        meeting.guest().witness().changesNetwork();

        meeting.organizer().witness().makesAnotherAttemptThan(attempts.get(0));
        meeting.guest().witness().makesAnotherAttemptThan(attempts.get(1));
        meeting.organizer().witness().usesItsLastAttempt();
        assertThat(connections()).isEqualTo(connections);
        meeting.bothSeeAndHear();
    }

    /** Also where it takes another connection, whose video has nothing to show yet. */
    @Test
    void keepsTheLastPictureWhileItReconnects() {
        var connections = meeting.organizer().witness().connections();
        meeting.guest().witness().isBlocked();
        meeting.guest().page().reload();
        meeting.guest().resume();

        meeting.organizer().hears("reconnecting");
        await().pollInSameThread().until(() -> meeting.organizer().witness().connections() == connections + 1);
        assertThat(meeting.organizer().brightnessOnScreen())
                .as("brighter than the stage")
                .isGreaterThan(35);

        meeting.guest().witness().isUnblocked();
        meeting.bothSeeAndHear();
    }

    @Test
    void seatsNoThirdDeviceAndTellsNobodyInside() {
        var inside = whatIsSeenInside();

        var third = people.guest(browsers.phone(Tongue.FRENCH).expectRefusal(409));
        third.open(meeting.link()).hears("guest.taken");
        third.hadOpenedItBefore();
        third.join();
        third.hears("guest.taken");

        meeting.bothSeeAndHear();
        assertThat(whatIsSeenInside()).isEqualTo(inside);
    }

    @Test
    void letsThePersonTakeAnotherDeviceOnceTheOrganizerFreesTheSeat() {
        var former = meeting.guest();
        former.leave();
        meeting.organizer().hears("room.left");
        var next =
                people.guest(browsers.phone(Tongue.FRENCH).expectRefusal(409)).open(meeting.link());
        next.hears("guest.taken");

        meeting.organizer().remedy("room.device").click();
        meeting.organizer().hears("room.device.freed");
        next.button(next.tongue().call("retry")).tap();
        next.join();

        new Meeting(meeting.organizer(), next, meeting.number(), meeting.link()).bothSeeAndHear();
        former.button(former.tongue().call("guest.finished.back")).tap();
        former.hears("guest.taken");
        next.witness().seesFramesComing();
        browsers.closeAll();
    }

    @Test
    void keepsTheNewestOfTheOrganizersWindows() {
        var second = meeting.organizer().secondWindow();

        meeting.organizer().hears("room.replaced");
        new Meeting(second, meeting.guest(), meeting.number(), meeting.link()).bothSeeAndHear();

        meeting.organizer()
                .button(meeting.organizer().tongue().call("room.replaced.here"))
                .click();
        second.hears("room.replaced");
        meeting.bothSeeAndHear();
        second.page().close();
    }

    /** Of each side, since its page was loaded. */
    private static List<Integer> connections() {
        return meeting.sides().map(side -> side.witness().connections()).toList();
    }

    /** What is said on both sides, and how often each of them had to connect. */
    private List<Object> whatIsSeenInside() {
        return meeting.sides()
                .<Object>flatMap(side -> List.of(
                        side.page().getByRole(AriaRole.STATUS).allInnerTexts(),
                        side.witness().sockets(),
                        side.witness().connections())
                        .stream())
                .toList();
    }
}
