package fr.predice.visio.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an address asks for, on 28 November 2026. */
class AskedPeriodTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

    @ParameterizedTest
    @CsvSource({
        ",,, 30, 2026-10-30, 2026-11-28",
        "7,,, 7, 2026-11-22, 2026-11-28",
        "12,,, 12, 2025-12-01, 2026-11-28",
        "x,,, 30, 2026-10-30, 2026-11-28",
        ", 2026-11-01, 2026-11-02, '', 2026-11-01, 2026-11-02",
        ", 2026-10-30, 2026-11-28, 30, 2026-10-30, 2026-11-28",
        "7, 1/11/2026, 02/11/2026, '', 2026-11-01, 2026-11-02"
    })
    void isUnderstood(String name, String from, String to, String shown, LocalDate first, LocalDate last) {
        var asked = AskedPeriod.of(name, from, to, TODAY);

        assertThat(asked.problem()).isEmpty();
        assertThat(asked.name()).isEqualTo(shown);
        assertThat(asked.period().from()).isEqualTo(first);
        assertThat(asked.period().to()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        ", 2026-11-02, from",
        "'', 2026-11-02, from",
        "hier, 2026-11-02, from",
        "2026-11-02,, to",
        "2026-11-02, 2026-11-31, to",
        "2026-11-02, 2026-11-01, order",
        "2016-11-02, 2026-11-01, order"
    })
    void isRefusedWithWhatWasTyped(String from, String to, String problem) {
        var asked = AskedPeriod.of("7", from, to, TODAY);

        assertThat(asked.problem()).contains(problem);
        assertThat(asked.from()).isEqualTo(from == null ? "" : from);
        assertThat(asked.to()).isEqualTo(to == null ? "" : to);
    }
}
