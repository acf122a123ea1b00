package fr.predice.visio.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which day on figures are counted anew, on the 28th. */
class FigureCountingTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-28, 2026-11-25, while the service is used",
        "2026-11-27, 2026-11-24, the morning after",
        "2026-11-10, 2026-11-07, after a stop",
        "2026-09-01, 2026-11-03, after a stop that is longer than what is kept",
        "2026-11-30, 2026-11-25, after a clock that was wrong",
        ", 2026-11-03, at first"
    })
    void goesBackAsFarAsDaysMayStillChange(LocalDate counted, LocalDate from, String when) {
        var today = LocalDate.parse("2026-11-28");

        assertThat(FigureCounting.firstOpenDay(today, Optional.ofNullable(counted)))
                .as(when)
                .isEqualTo(from);
    }
}
