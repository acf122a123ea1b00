package fr.predice.visio.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
    @ParameterizedTest
    @CsvSource({
        "08:00, 8\u00a0h, 8\u00a0AM",
        "08:30, 8\u00a0h\u00a030, 8:30\u00a0AM",
        "12:00, 12\u00a0h, noon",
        "12:30, 12\u00a0h\u00a030, 12:30\u00a0PM",
        "00:00, 0\u00a0h, 12\u00a0AM"
    })
    void saysAnHourAsOneSaysIt(String time, String french, String english) {
        var at = ZonedDateTime.parse("2026-11-28T" + time + ":00+01:00[Europe/Paris]");

        assertThat(Hours.round(at, Locale.FRENCH)).isEqualTo(french);
        assertThat(Hours.round(at, Locale.ENGLISH)).isEqualTo(english);
    }
}
