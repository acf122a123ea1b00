package fr.predice.visio.call.room;

import static fr.predice.visio.call.room.Side.ORGANIZER;
import static fr.predice.visio.call.room.Side.PARTICIPANT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Room room = new Room();
    private final FakeLine organizer = new FakeLine();
    private final FakeLine participant = new FakeLine();

    @Test
    void tellsEachSideThatTheOtherIsThere() {
        room.enter(ORGANIZER, organizer, 1);
        room.enter(PARTICIPANT, participant, 1);

        assertThat(organizer.heard()).containsExactly("welcome ABSENT", "peer PRESENT");
        assertThat(participant.heard()).containsExactly("welcome PRESENT");
    }

    @Test
    void relaysEnvelopesToTheOtherSideAsTheyCame() {
        room.enter(ORGANIZER, organizer, 1);
        room.enter(PARTICIPANT, participant, 1);

        room.relay(ORGANIZER, organizer, "offer".getBytes());
        room.relay(PARTICIPANT, participant, "answer".getBytes());

        assertThat(participant.heard()).endsWith("envelope offer");
        assertThat(organizer.heard()).endsWith("envelope answer");
    }

    @Test
    void freesASeatForAnotherDeviceAndKeepsTheFormerOneOut() {
        room.enter(ORGANIZER, organizer, 1);
        room.enter(PARTICIPANT, participant, 3);

        room.free(PARTICIPANT, 4);
        room.enter(PARTICIPANT, participant, 4);
        var other = new FakeLine();
        room.enter(PARTICIPANT, other, 5);

        assertThat(participant.heard()).containsExactly("welcome PRESENT", "hangUp REPLACED", "hangUp REPLACED");
        assertThat(organizer.heard()).endsWith("peer PRESENT", "peer GONE", "peer PRESENT");
        assertThat(other.heard()).containsExactly("welcome PRESENT");
    }

    /** The news of a freed seat may come after the next device, and after that of a later one. */
    @Test
    void leavesWhoSitsThereByALaterGrant() {
        room.enter(ORGANIZER, organizer, 1);
        room.enter(PARTICIPANT, participant, 5);

        room.free(PARTICIPANT, 4);
        room.free(PARTICIPANT, 2);
        var former = new FakeLine();
        room.enter(PARTICIPANT, former, 4);

        assertThat(participant.heard()).containsExactly("welcome PRESENT");
        assertThat(former.heard()).containsExactly("hangUp REPLACED");
        assertThat(organizer.heard()).containsExactly("welcome ABSENT", "peer PRESENT");
    }

    @Test
    void freesASeatWhereNobodyIsWithoutSayingThatSomebodyLeft() {
        room.enter(ORGANIZER, organizer, 1);

        room.free(PARTICIPANT, 1);

        assertThat(organizer.heard()).containsExactly("welcome ABSENT");
    }

    @Test
    void givesUpAFreedSeatThatWasKept() {
        room.enter(ORGANIZER, organizer, 1);
        room.enter(PARTICIPANT, participant, 1);
        room.drop(PARTICIPANT, participant, NOON);

        room.free(PARTICIPANT, 2);

        assertThat(organizer.heard()).endsWith("peer AWAY", "peer GONE");
    }

    @Test
    void keepsEnvelopesForAnEmptySeatInOrder() {
        room.enter(ORGANIZER, organizer, 1);
        room.relay(ORGANIZER, organizer, "offer".getBytes());
        room.relay(ORGANIZER, organizer, "candidates".getBytes());

        assertThat(room.waitingFor(PARTICIPANT)).hasSize(2);
        room.enter(PARTICIPANT, participant, 1);

        assertThat(participant.heard()).containsExactly("welcome PRESENT", "envelope offer", "envelope candidates");
        assertThat(room.waitingFor(PARTICIPANT)).isEmpty();
    }

    @Test
    void boundsWhatWaits() {
        room.enter(ORGANIZER, organizer, 1);
        for (var i = 1; i <= Mailbox.MOST_ENVELOPES + 5; i++) {
            room.relay(ORGANIZER, organizer, Integer.toString(i).getBytes());
        }
        assertThat(room.waitingFor(PARTICIPANT)).hasSize(Mailbox.MOST_ENVELOPES);
        assertThat(new String(room.waitingFor(PARTICIPANT).get(0))).isEqualTo("6");

        for (var i = 0; i < 10; i++) {
            room.relay(ORGANIZER, organizer, new byte[64 * 1024]);
        }
        assertThat(room.waitingFor(PARTICIPANT)).hasSize(4);
    }

    @Test
    void replacesTheFormerWindowOfTheSameSeat() {
        var second = new FakeLine();
        room.enter(ORGANIZER, organizer, 1);
        room.enter(PARTICIPANT, participant, 1);
        room.enter(ORGANIZER, second, 1);

        assertThat(organizer.heard()).endsWith("hangUp REPLACED");
        room.relay(ORGANIZER, organizer, "late".getBytes());
        room.drop(ORGANIZER, organizer, NOON);
        assertThat(participant.heard()).doesNotContain("envelope late", "peer AWAY");
    }

    @Test
    void keepsASeatForAMinuteAfterItsLineDropped() {
        room.enter(ORGANIZER, organizer, 1);
        room.enter(PARTICIPANT, participant, 1);

        room.drop(PARTICIPANT, participant, NOON);
        assertThat(organizer.heard()).endsWith("peer AWAY");
        room.sweep(NOON.plus(Room.GRACE).minusMillis(1));
        assertThat(organizer.heard()).endsWith("peer AWAY");

        room.sweep(NOON.plus(Room.GRACE));
        assertThat(organizer.heard()).endsWith("peer GONE");
    }

    @Test
    void deliversWhatWasSaidDuringAShortAbsence() {
        room.enter(ORGANIZER, organizer, 1);
        room.enter(PARTICIPANT, participant, 1);
        room.drop(PARTICIPANT, participant, NOON);
        room.relay(ORGANIZER, organizer, "restart".getBytes());

        var back = new FakeLine();
        room.enter(PARTICIPANT, back, 1);

        assertThat(back.heard()).containsExactly("welcome PRESENT", "envelope restart");
        assertThat(organizer.heard()).endsWith("peer PRESENT");
    }

    @Test
    void tellsAtOnceThatSomeoneLeft() {
        room.enter(ORGANIZER, organizer, 1);
        room.enter(PARTICIPANT, participant, 1);

        room.leave(PARTICIPANT, participant);

        assertThat(organizer.heard()).endsWith("peer GONE");
    }

    @Test
    void endsForBothAndLetsNobodyInAfterwards() {
        var late = new FakeLine();
        room.enter(ORGANIZER, organizer, 1);
        room.enter(PARTICIPANT, participant, 1);

        room.end();
        room.enter(PARTICIPANT, late, 1);

        assertThat(organizer.heard()).endsWith("ended", "hangUp ENDED");
        assertThat(participant.heard()).endsWith("ended", "hangUp ENDED");
        assertThat(late.heard()).containsExactly("ended", "hangUp ENDED");
    }

    @Test
    void isOverOnceNobodyIsThereOrExpectedBack() {
        room.enter(ORGANIZER, organizer, 1);
        assertThat(room.sweep(NOON)).isFalse();

        room.drop(ORGANIZER, organizer, NOON);
        assertThat(room.sweep(NOON.plusSeconds(59))).isFalse();
        assertThat(room.sweep(NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void tellsOnlyTheOrganizerAboutTheSms() {
        room.enter(ORGANIZER, organizer, 1);
        room.enter(PARTICIPANT, participant, 1);

        room.sms("sent", Instant.EPOCH);

        assertThat(organizer.heard()).endsWith("sms sent " + Instant.EPOCH);
        assertThat(participant.heard()).noneMatch(said -> said.startsWith("sms"));
    }

    @Test
    void tellsTheOrganizerAloneWhatBecameOfTheLinkEvenLater() {
        room.enter(PARTICIPANT, participant, 1);
        room.link(LinkUse.IN_APP);
        assertThat(participant.heard()).noneMatch(word -> word.startsWith("link"));

        room.enter(ORGANIZER, organizer, 1);
        assertThat(organizer.heard()).contains("link in-app");
        room.link(LinkUse.OPENED);
        assertThat(organizer.heard()).endsWith("link opened");
    }

    @Test
    void hearsAFewFailuresFromEachSeatAndNoneFromAFormerLine() {
        room.enter(ORGANIZER, organizer, 1);
        room.enter(PARTICIPANT, participant, 1);

        assertThat(IntStream.range(0, 50).filter(i -> room.mayReport(PARTICIPANT, participant)))
                .hasSize(10);
        assertThat(room.mayReport(ORGANIZER, organizer)).isTrue();
        room.drop(ORGANIZER, organizer, NOON);
        assertThat(room.mayReport(ORGANIZER, organizer)).isFalse();
    }
}
