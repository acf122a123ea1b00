package fr.predice.visio.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.account.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Instant OPENED = Instant.parse("2026-11-27T08:00:00Z");
    private static final Instant ENDS = OPENED.plus(PersonalSession.LONGEST);

    @Test
    void isOverAfterHalfAnHourWithoutASign() {
        var standing = new Standing(Role.ORGANIZER, OPENED, null, ENDS);

        assertThat(standing.admits(Errand.WORK, OPENED.plusSeconds(1799))).isTrue();
        assertThat(standing.isOver(OPENED.plusSeconds(1800))).isTrue();
        assertThat(standing.left(OPENED.plusSeconds(600))).isEqualTo(new Left(Duration.ofMinutes(20), false));
    }

    @Test
    void isOverAfterTwelveHoursWhateverOneDoes() {
        var late = ENDS.minusSeconds(60);
        var standing = new Standing(Role.ORGANIZER, late, null, ENDS);

        assertThat(standing.admits(Errand.WORK, late)).isTrue();
        assertThat(standing.left(late)).isEqualTo(new Left(Duration.ofSeconds(60), true));
        assertThat(standing.isOver(ENDS)).isTrue();
    }

    @Test
    void letsACallGoOnPastTheTwelveHoursAndNothingElse() {
        var after = ENDS.plus(Duration.ofMinutes(10));
        var calling = new Standing(Role.ORGANIZER, ENDS, ENDS, ENDS);

        assertThat(calling.admits(Errand.CALL, after)).isTrue();
        assertThat(calling.admits(Errand.ROOM, after)).isTrue();
        assertThat(calling.admits(Errand.LOOK, after)).isTrue();
        assertThat(calling.admits(Errand.WORK, after)).isFalse();
        assertThat(calling.isOver(after)).isFalse();
        assertThat(calling.isOver(ENDS.plus(Standing.CALL))).isTrue();
    }

    @Test
    void isWrittenDownOnceAMinuteAndNeverByAPageThatLooks() {
        var standing = new Standing(Role.ORGANIZER, OPENED, OPENED, ENDS);

        assertThat(standing.isNews(Errand.WORK, OPENED.plusSeconds(59))).isFalse();
        assertThat(standing.isNews(Errand.WORK, OPENED.plusSeconds(60))).isTrue();
        assertThat(standing.isNews(Errand.LOOK, OPENED.plusSeconds(900))).isFalse();
        assertThat(new Standing(Role.ORGANIZER, OPENED, null, ENDS).isNews(Errand.CALL, OPENED))
                .isTrue();
    }

    @Test
    void knowsWhatTheRoomAsks() {
        assertThat(Errand.of("/api/pro/rooms/1/ticket")).isEqualTo(Errand.CALL);
        assertThat(Errand.of("/api/pro/rooms/1/presence")).isEqualTo(Errand.CALL);
        assertThat(Errand.of("/api/pro/rooms/1/end")).isEqualTo(Errand.ROOM);
        assertThat(Errand.of("/api/pro/invitations/1/free-seat")).isEqualTo(Errand.ROOM);
        assertThat(Errand.of("/api/session/left")).isEqualTo(Errand.LOOK);
        assertThat(Errand.of("/api/session/keep")).isEqualTo(Errand.WORK);
        assertThat(Errand.of("/pro/visio")).isEqualTo(Errand.WORK);
    }
}
