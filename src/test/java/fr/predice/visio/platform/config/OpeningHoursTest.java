package fr.predice.visio.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {
    private static final OpeningHours HOURS =
            OpeningHours.read("Mo-Fr 08:00-12:00,13:30-20:00; Sa 08:00-12:00").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        // A Tuesday
        "2026-11-24T08:00, 2026-11-24T12:00",
        "2026-11-24T11:59, 2026-11-24T12:00",
        "2026-11-24T13:30, 2026-11-24T20:00",
        "2026-11-28T09:00, 2026-11-28T12:00"
    })
    void isOpen(String now, String until) {
        assertThat(HOURS.openUntil(at(now))).contains(at(until));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T07:59, 2026-11-24T08:00",
        "2026-11-24T12:00, 2026-11-24T13:30",
        "2026-11-24T20:00, 2026-11-25T08:00",
        "2026-11-28T12:00, 2026-11-30T08:00",
        "2026-11-29T15:00, 2026-11-30T08:00"
    })
    void isClosedUntil(String now, String opens) {
        assertThat(HOURS.openUntil(at(now))).isEmpty();
        assertThat(HOURS.opensNext(at(now))).isEqualTo(at(opens));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24T10:00, 2026-12-01T09:00", "2026-11-24T09:00, 2026-12-01T09:00"})
    void opensAWeekLaterWhereItOpensOnOneDay(String now, String opens) {
        var tuesdays = OpeningHours.read("Tu 09:00-10:00").orElseThrow();

        assertThat(tuesdays.opensNext(at(now))).isEqualTo(at(opens));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sa-Mo 08:00-09:00", "Mo 08:00-09:00;Sa 08:00-09:00;Su 08:00-09:00"})
    void mayGoOverTheWeeksEnd(String text) {
        var hours = OpeningHours.read(text).orElseThrow();

        assertThat(hours.openUntil(at("2026-11-29T08:30"))).isPresent();
        assertThat(hours.openUntil(at("2026-11-24T08:30"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "de 8h à 20h",
                "Mo-Fr",
                "Lu-Ve 08:00-20:00",
                "Mo-Fr 8:00-20:00",
                "Mo 20:00-08:00",
                "Mo 24:00-25:00",
                "Mo 08:00-12:00,",
                "24/7"
            })
    void refusesWhatItCannotRead(String text) {
        assertThat(OpeningHours.read(text)).isEmpty();
    }

    private static ZonedDateTime at(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Paris"));
    }
}
