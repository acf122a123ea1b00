package fr.predice.visio.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.support.MovedClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class RoundTest {
    private final MovedClock clock = new MovedClock();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Finding next = Finding.fine();
    private Duration uptime = Duration.ofDays(-1);
    private final Round round = new Round(new Asked(), clock, () -> uptime);

    @Test
    void looksAgainOnceItIsDue() {
        round.move(waiting::add);
        assertThat(round.last()).isEmpty();
        waiting.remove().run();
        assertThat(round.last().orElseThrow().finding()).isEqualTo(Finding.fine());

        round.move(waiting::add);
        assertThat(waiting).isEmpty();

        uptime = uptime.plusMinutes(1);
        next = Finding.care("late");
        round.move(waiting::add);
        waiting.remove().run();
        assertThat(round.last().orElseThrow().finding().problem()).isEqualTo("late");
    }

    @Test
    void callsALookThatHangsBadAndStartsNoSecond() {
        round.move(waiting::add);
        uptime = uptime.plus(Watch.PATIENCE).plusSeconds(1);
        round.move(waiting::add);

        assertThat(waiting).hasSize(1);
        assertThat(round.last().orElseThrow().finding()).isEqualTo(Finding.bad("slow"));

        waiting.remove().run();
        assertThat(round.last().orElseThrow().finding()).isEqualTo(Finding.fine());
    }

    @Test
    void callsALookThatBreaksBad() {
        next = null;
        round.move(waiting::add);
        waiting.remove().run();

        assertThat(round.last().orElseThrow().finding()).isEqualTo(Finding.bad("failed"));
    }

    @Test
    void callsNothingLateBecauseTheClockWasSet() {
        round.move(waiting::add);
        clock.move(Duration.ofHours(1));
        round.move(waiting::add);
        assertThat(round.last()).isEmpty();

        waiting.remove().run();
        clock.move(Duration.ofHours(-2));
        uptime = uptime.plusMinutes(1);
        round.move(waiting::add);

        assertThat(waiting).hasSize(1);
        assertThat(round.last().orElseThrow().finding()).isEqualTo(Finding.fine());
    }

    @Test
    void knowsNothingOnceNobodyLooksAnyMore() {
        next = Finding.care("late").with("messages", 3);
        round.move(waiting::add);
        waiting.remove().run();
        var told = round.last().orElseThrow();

        uptime = uptime.plusMinutes(3).plus(Watch.PATIENCE);
        assertThat(round.last()).hasValue(told);
        uptime = uptime.plusMillis(1);
        assertThat(round.last()).hasValue(new Told("asked", false, Finding.unknown("stale"), told.at()));

        round.move(waiting::add);
        waiting.remove().run();
        assertThat(round.last().orElseThrow().finding()).isEqualTo(next);
    }

    private final class Asked implements Check {
        @Override
        public String name() {
            return "asked";
        }

        @Override
        public Duration every() {
            return Duration.ofMinutes(1);
        }

        @Override
        public boolean decides() {
            return false;
        }

        @Override
        public Finding look() {
            if (next == null) {
                throw new IllegalStateException("broken");
            }
            return next;
        }
    }
}
