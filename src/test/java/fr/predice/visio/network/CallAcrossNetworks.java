package fr.predice.visio.network;

import static fr.predice.visio.network.Network.Side.ORGANIZER;
import static fr.predice.visio.network.Network.Side.PARTICIPANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.predice.visio.network.Network.Side;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.Device;
import fr.predice.visio.support.Meeting;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call outlives between two people who reach the server and nothing else. {@link NetworkIT} runs it. */
@ExtendWith(StackExtension.class)
class CallAcrossNetworks {
    private static final List<Duration> CUTS =
            List.of(Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(20));
    /** A picture that was stopped comes back once the network has been good for a while. */
    private static final Duration SLOWLY = Duration.ofSeconds(100);

    private static final int TIMES = Boolean.getBoolean("bench") ? 7 : 1;

    /** Holds the answer back until the test lets it go. */
    private static final String HESITATE = """
            const say = RTCPeerConnection.prototype.setLocalDescription;
            const released = new Promise((resolve) => { window.release = resolve; });
            RTCPeerConnection.prototype.setLocalDescription = function (description) {
              window.hesitates = true;
              return released.then(() => say.call(this, description));
            };""";

    static final Network network = Network.open();

    @RegisterExtension
    static final Browsers desks =
            Browsers.willing().startedBy(Network.chromium(ORGANIZER)).shared();

    @RegisterExtension
    static final Browsers phones =
            Browsers.willing().startedBy(Network.chromium(PARTICIPANT)).shared();

    static final Recoveries recoveries = new Recoveries();

    static Stack stack;
    static People people;

    enum Cut {
        /** The phone loses its network, and knows. */
        PHONE {
            @Override
            void begin() {
                network.unplug(PARTICIPANT);
            }

            @Override
            void end() {
                network.plugIn(PARTICIPANT);
            }
        },
        /** The server's line goes dead, for both and for all that they have with it. */
        SERVER {
            @Override
            void begin() {
                network.silence();
            }

            @Override
            void end() {
                network.repair();
            }
        };

        abstract void begin();

        abstract void end();
    }

    /** Of all tests but one: what a call outlives, it outlives. */
    static Meeting meeting;

    @BeforeAll
    static void open(Stack started) {
        stack = started;
        people = new People(started);
    }

    @BeforeEach
    void meet() {
        if (desks.areClosed() || phones.areClosed()) {
            meetAnew();
        }
        meeting.bothSeeAndHear();
    }

    private static void meetAnew() {
        desks.closeAll();
        phones.closeAll();
        meeting = people.meet(tolerant(desks.desk(Tongue.FRENCH)), tolerant(phones.phone(Tongue.FRENCH)));
    }

    @AfterAll
    static void report() {
        recoveries.report();
    }

    @Test
    void goesThroughTheServerWhereThereIsNoOtherWay() {
        assertThat(network.reaches(ORGANIZER, PARTICIPANT)).isFalse();
        assertThat(network.reaches(PARTICIPANT, ORGANIZER)).isFalse();

        assertThat(meeting.sides())
                .allSatisfy(
                        side -> assertThat(side.witness().route()).asString().contains("relay"));
    }

    @ParameterizedTest
    @EnumSource
    void outlivesCuts(Cut cut) {
        for (var time = 0; time < TIMES; time++) {
            for (var length : CUTS) {
                cut.begin();
                last(length);
                cut.end();
                recovers(meeting, "%s cut for %d s".formatted(cut, length.toSeconds()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void outlivesAChangeOfAddress(Side side) {
        for (var time = 0; time < TIMES; time++) {
            network.move(side);
            recovers(meeting, side + " gets another address");
        }
    }

    @Test
    void losesNoWordWhenSignalingDiesInMidNegotiation() {
        desks.closeAll();
        phones.closeAll();
        var guest = tolerant(phones.phone(Tongue.FRENCH, HESITATE));
        meeting = people.meet(tolerant(desks.desk(Tongue.FRENCH)), guest);
        await().pollInSameThread()
                .until(() -> meeting.guest().page().evaluate("() => window.hesitates === true"), Boolean.TRUE::equals);

        network.refuse(URI.create(stack.publicAddress()).getPort());
        meeting.guest().page().evaluate("() => release()");
        last(Duration.ofSeconds(10));
        network.repair();

        meeting.bothSeeAndHear();
        assertThat(meeting.sides().map(side -> side.witness().connections())).containsOnly(1);
        desks.closeAll();
        phones.closeAll();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20})
    void keepsTheSoundWherePacketsGetLost(int percent) {
        network.lose(percent);
        try {
            for (var beeps = 0; beeps < 3; beeps++) {
                meeting.sides().forEach(side -> side.witness().hearsSeveralBeeps());
            }
        } finally {
            network.repair();
        }
        pictureComesBack();
    }

    /** The line carries the sound, and hardly more. */
    @Test
    void stopsThePictureForTheSoundOnANarrowLineAndBringsItBack() {
        meetAnew();
        meeting.bothSeeAndHear();

        network.narrow(PARTICIPANT, 9);
        try {
            meeting.guest().hears("saving");
            meeting.organizer().hears("room.far.saving");
            meeting.organizer().witness().seesTheLastPictureStand();
            meeting.organizer().witness().hearsSeveralBeeps();
            meeting.guest().witness().seesFramesComing();
        } finally {
            network.repair();
        }

        pictureComesBack();
        meeting.bothSeeAndHear();
    }

    /** Each side may have stopped its own, and is told of the other's. */
    private static void pictureComesBack() {
        isNoLongerSaid(meeting.guest(), "saving");
        isNoLongerSaid(meeting.guest(), "guest.far.saving");
        isNoLongerSaid(meeting.organizer(), "saving");
        isNoLongerSaid(meeting.organizer(), "room.far.saving");
    }

    private static void isNoLongerSaid(CallPage side, String key) {
        PlaywrightAssertions.assertThat(side.sentence(key))
                .hasCount(0, new HasCountOptions().setTimeout(SLOWLY.toMillis()));
    }

    /** Chromium complains of each request that a dead network swallowed. */
    private static Device tolerant(Device device) {
        return device.expectComplaint("net::ERR_");
    }

    /** The length of a cut is what is tested. */
    private static void last(Duration length) {
        var end = Instant.now().plus(length);
        await().atMost(length.plusSeconds(5)).until(() -> Instant.now().isAfter(end));
    }

    private static void recovers(Meeting meeting, String from) {
        var back = Instant.now();
        meeting.sides().forEach(side -> side.witness().seesNewFrames());
        recoveries.note(from, Duration.between(back, Instant.now()));
        meeting.bothSeeAndHear();
    }
}
