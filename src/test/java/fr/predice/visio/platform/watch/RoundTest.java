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
    private final Round round = new Round(new Asked(), clock);

    @Test
    void looksAgainOnceItIsDue() {
        round.move(waiting::add);
        assertThat(round.last()).isEmpty();
        waiting.remove().run();
        assertThat(round.last().orElseThrow().finding()).isEqualTo(Finding.fine());

        round.move(waiting::add);
        assertThat(waiting).isEmpty();

        clock.move(Duration.ofMinutes(1));
        next = Finding.care("late");
        round.move(waiting::add);
        waiting.remove().run();
        assertThat(round.last().orElseThrow().finding().problem()).isEqualTo("late");
    }

    @Test
    void callsALookThatHangsBadAndStartsNoSecond() {
        round.move(waiting::add);
        clock.move(Watch.PATIENCE.plusSeconds(1));
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
