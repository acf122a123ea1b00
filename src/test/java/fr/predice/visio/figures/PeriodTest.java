package fr.predice.visio.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Test
    void goesDayByDayOverTheEndOfAMonth() {
        assertThat(Period.days(3, TODAY).steps())
                .extracting(step -> step.from() + " " + step.to())
                .containsExactly("2026-02-28 2026-02-28", "2026-03-01 2026-03-01", "2026-03-02 2026-03-02");
    }

    @Test
    void goesByMonthsWhereDaysAreMany() {
        var year = Period.months(12, TODAY);

        assertThat(year.steps())
                .hasSize(12)
                .startsWith(new Period(LocalDate.parse("2025-04-01"), LocalDate.parse("2025-04-30")))
                .endsWith(new Period(LocalDate.parse("2026-03-01"), TODAY));
        assertThat(new Period(TODAY.minusDays(61), TODAY).byMonth()).isFalse();
        assertThat(new Period(TODAY.minusDays(62), TODAY).byMonth()).isTrue();
    }

    @Test
    void endsAfterItBegins() {
        assertThatThrownBy(() -> new Period(TODAY, TODAY.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Period(TODAY.minusDays(Period.MOST_DAYS), TODAY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
