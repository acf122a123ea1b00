package fr.predice.visio.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void hasNoMedianOfNothing() {
        tally.add(Figure.CALL_DIRECT, 0, 4);

        assertThat(tally.medianPicture()).isEmpty();
        assertThat(tally.isEmpty()).isFalse();
    }

    @Test
    void findsTheMiddleOne() {
        pictures(900, 1);
        pictures(60_000, 1);
        pictures(1_200, 1);

        assertThat(tally.medianPicture()).contains(Duration.ofMillis(1_200));
    }

    @Test
    void findsTheMiddleBetweenTheTwoMiddleOnes() {
        pictures(900, 2);
        pictures(1_200, 1);
        pictures(3_000, 1);

        assertThat(tally.medianPicture()).contains(Duration.ofMillis(1_050));
    }

    @Test
    void isTheMedianOfAllAndNotOfMedians() {
        pictures(900, 1);
        var busy = new Tally();
        busy.add(Figure.PICTURE, 2_000, 5);
        busy.add(Figure.SIGN_IN, 0, 3);

        tally.add(busy);

        assertThat(tally.medianPicture()).contains(Duration.ofMillis(2_000));
        assertThat(tally.of(Figure.PICTURE)).isEqualTo(6);
        assertThat(tally.of(Figure.SIGN_IN)).isEqualTo(3);
    }

    private void pictures(int bucket, int total) {
        tally.add(Figure.PICTURE, bucket, total);
    }
}
