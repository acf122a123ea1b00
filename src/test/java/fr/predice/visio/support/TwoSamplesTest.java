package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TwoSamplesTest {
    private final Random random = new Random(5);

    @Test
    void findsNoDifferenceWhereThereIsNone() {
        assertThat(TwoSamples.longer(times(0), times(0))).isCloseTo(0.5, offset(0.12));
    }

    /** A second insert, on a machine as busy as those that run the tests. */
    @Test
    void findsOneMillisecondInTen() {
        assertThat(TwoSamples.longer(times(1_000), times(0))).isGreaterThan(0.62);
    }

    @Test
    void findsSkippedWork() {
        assertThat(TwoSamples.longer(times(0), times(-8_000))).isGreaterThan(0.95);
    }

    /** Microseconds: ten milliseconds, give or take one and a half, and now and then a hiccup. */
    private List<Long> times(long shift) {
        return LongStream.range(0, 200)
                .mapToObj(i -> 10_000
                        + shift
                        + (long) (random.nextGaussian() * 1_500)
                        + (random.nextInt(20) == 0 ? random.nextInt(50_000) : 0))
                .toList();
    }
}
