package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
    @Test
    void isOneHalfForTheSameAndFarFromItForOthers() {
        assertThat(Likeness.superiority(List.of(1L, 2L, 3L), List.of(3L, 1L, 2L)))
                .isEqualTo(0.5);
        assertThat(Likeness.superiority(List.of(4L, 5L), List.of(1L, 2L))).isEqualTo(1);
        assertThat(Likeness.superiority(List.of(1L), List.of(1L, 2L, 3L, 4L))).isEqualTo(0.125);
    }
}
