package fr.predice.visio.call.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageRateTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void allowsABurstThenFiftyASecond() {
        var rate = new MessageRate(0);

        assertThat(allowed(rate, 1000, 0)).isEqualTo(200);
        assertThat(allowed(rate, 1000, SECOND)).isEqualTo(50);
        assertThat(allowed(rate, 1000, 1000 * SECOND)).isEqualTo(200);
    }

    @Test
    void countsALongMessageForSeveral() {
        var rate = new MessageRate(0);

        assertThat(IntStream.range(0, 100)
                        .filter(i -> rate.allows(0, 64 * 1024))
                        .count())
                .isEqualTo(11);
        assertThat(rate.allows(SECOND, 64 * 1024)).isTrue();
    }

    private static long allowed(MessageRate rate, int tries, long now) {
        return IntStream.range(0, tries).filter(i -> rate.allows(now, 0)).count();
    }
}
