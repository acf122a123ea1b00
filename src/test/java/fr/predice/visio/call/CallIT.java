package fr.predice.visio.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.Meeting;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.Tongue;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A professional at a desk and a person with a phone meet, from the sign-in to the last word. */
@Order(3)
@ExtendWith(StackExtension.class)
@ParameterizedClass
@EnumSource
class CallIT {
    enum Way {
        DIRECT,
        RELAYED;

        String[] scripts() {
            return this == RELAYED ? new String[] {"window.relayOnly = true"} : new String[0];
        }
    }

    private static final String TOLD = """
            SELECT side || ' ' || way || ' ' || (millis BETWEEN 50 AND 15000) FROM call_outcome o
            JOIN invitation_token t ON t.invitation_id = o.invitation_id WHERE t.hash = '%s' ORDER BY side""";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing().whole().shared();

    static Stack stack;
    static People people;

    @Parameter
    Way way;

    static Meeting meeting;
    static OrganizerAtDesk organizer;
    static GuestOnPhone guest;

    @BeforeAll
    static void open(Stack started) {
        stack = started;
        people = new People(started);
    }

    @BeforeEach
    void meet() {
        if (browsers.areClosed()) {
            meetAnew();
        }
    }

    private void meetAnew() {
        meeting = people.meetByHand(
                browsers.desk(Tongue.FRENCH, way.scripts()), browsers.phone(Tongue.FRENCH, way.scripts()));
        organizer = meeting.organizer();
        guest = meeting.guest();
        meeting.bothSeeAndHear();
    }

    @AfterParameterizedClassInvocation
    static void part() {
        browsers.closeAll();
    }

    @Test
    void goesTheWayThatTheNetworkAllows() {
        assertThat(stack.relays()).as("coturn is installed").isTrue();
        assertThat(meeting.sides().map(side -> side.witness().route()))
                .allSatisfy(route ->
                        assertThat(route.contains("relay")).as("%s", route).isEqualTo(way == Way.RELAYED));
        await().until(this::told, List.of("ORGANIZER " + way + " true", "PARTICIPANT " + way + " true")::equals);
    }

    /** By each side, for the figures: the way, and whether the picture took a likely time. */
    private List<String> told() {
        var link = new SecretToken(meeting.link().replaceFirst(".*#", ""));
        return new Tables(stack).texts(TOLD.formatted(link.hash().hex()));
    }

    @Test
    void showsBlackWhereACameraIsOff() {
        guest.toggleCamera();
        organizer.hears("room.far.camera");
        organizer.witness().seesBlack();
        organizer.witness().seesFramesComing();
        organizer.witness().hearsSound();

        guest.toggleCamera();
        organizer.witness().seesAPicture();
        organizer.toggleCamera();
        guest.hears("guest.far.camera");
        guest.witness().seesBlack();
        guest.witness().seesFramesComing();

        organizer.toggleCamera();
        guest.witness().seesAPicture();
    }

    @Test
    void isSilentWhereAMicrophoneIsOff() {
        organizer.toggleMicrophone();
        guest.hears("guest.far.micro");
        guest.witness().hearsSilence();
        guest.witness().seesFramesComing();

        organizer.toggleMicrophone();
        guest.witness().hearsSound();
        guest.toggleMicrophone();
        organizer.hears("room.far.micro");
        organizer.witness().hearsSilence();

        guest.toggleMicrophone();
        organizer.witness().hearsSound();
    }

    @Test
    void enlargesTheVideoThatIsClicked() {
        meeting.sides().forEach(side -> {
            var usual = side.witness().scale();
            side.farVideo().click();
            await().pollInSameThread().until(() -> side.witness().scale() > usual * 1.1);
            side.farVideo().click();
            await().pollInSameThread().until(() -> side.witness().scale() < usual * 1.05);
        });
    }

    @Test
    void turnsThePhonesCameraRound() {
        var front = guest.camera();

        guest.button("Retourner la caméra").tap();
        await().pollInSameThread().until(guest::camera, now -> !now.isEmpty() && !now.equals(front));

        // Chromium's second fake camera measures depth, which nobody can send: the proof is the way back.
        guest.button("Retourner la caméra").tap();
        await().pollInSameThread().until(guest::camera, front::equals);
        organizer.witness().seesFramesComing();
        organizer.witness().seesAPicture();
    }

    @Test
    void tellsTheOrganizerAtOnceWhoLeft() {
        guest.leave();
        organizer.hearsAtOnce("room.left");
        guest.hears("guest.finished");

        guest.button(guest.tongue().call("guest.finished.back")).tap();
        meeting.bothSeeAndHear();
    }

    @Test
    void endsForBothWhenTheOrganizerQuits() {
        organizer.leave();
        organizer.hears("room.ended");
        guest.hears("guest.ended");

        var late = browsers.phone(Tongue.FRENCH).expectRefusal(410);
        people.guest(late).open(meeting.link()).hears("guest.ended");
        browsers.closeAll();
    }
}
