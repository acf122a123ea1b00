package fr.predice.visio.signin.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitsTest {
    @Test
    void costsNothingAtFirstAndMoreAndMoreThen() {
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(Waits::after)).containsOnly(Duration.ZERO);
        var later = IntStream.rangeClosed(5, 12).mapToObj(Waits::after).toList();
        assertThat(later).isSorted().doesNotHaveDuplicates().first().isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void locksFromTheTenthTryOnForAnHourAtMost() {
        assertThat(Waits.locks(9)).isFalse();
        assertThat(Waits.locks(10)).isTrue();
        assertThat(Waits.after(10)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Waits.after(1000)).isEqualTo(Duration.ofHours(1));
    }
}
