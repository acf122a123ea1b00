package fr.predice.visio.platform.prerequisite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrerequisitesTest {
    private final Prerequisites prerequisites = new Prerequisites(
            Map.of(
                    Browser.CHROME,
                    Need.from(Version.of("80")),
                    Browser.SAFARI,
                    new Need(Optional.of(Version.of("11")), Optional.of(Version.of("12"))),
                    Browser.INTERNET_EXPLORER,
                    Need.NEVER),
            Map.of(OperatingSystem.MACOS, Need.from(Version.of("10.13"))),
            false);

    @ParameterizedTest
    @CsvSource({
        "Chrome/79.0.3945.130, TOO_OLD",
        "Chrome/80.0.3987.87, WELL",
        "AppleWebKit/602.1 Version/10.1.2 Safari/603, TOO_OLD",
        "AppleWebKit/604.1 Version/11.0 Safari/604, AGEING",
        "AppleWebKit/605.1 Version/12.0 Safari/605, WELL",
        "Trident/7.0; rv:11.0, REFUSED",
        "Firefox/115.0, UNLISTED",
        "curl/8.5.0, UNLISTED"
    })
    void judgesABrowserByTheTable(String header, Fitness fitness) {
        assertThat(prerequisites.browser(UserAgent.of(header))).isEqualTo(fitness);
    }

    @ParameterizedTest
    @CsvSource({
        "Macintosh; Intel Mac OS X 10_12_6, TOO_OLD",
        "Macintosh; Intel Mac OS X 10.9, TOO_OLD",
        "Macintosh; Intel Mac OS X 10.13, WELL",
        "Macintosh; Intel Mac OS X 10_15_7, WELL",
        "X11; Linux x86_64, UNLISTED"
    })
    void judgesASystemByTheTable(String header, Fitness fitness) {
        assertThat(prerequisites.system(UserAgent.of(header))).isEqualTo(fitness);
    }

    @ParameterizedTest
    @CsvSource({
        "X11; Linux x86_64 Chrome/131.0.0.0, ",
        "iPhone; CPU iPhone OS 17_4 like Mac OS X Chrome/79, HANDHELD",
        "Macintosh; Intel Mac OS X 10_12_6 Chrome/79, SYSTEM_TOO_OLD",
        "Macintosh; Intel Mac OS X 10_13_6 Chrome/79, BROWSER_TOO_OLD",
        "Windows NT 10.0; Trident/7.0; rv:11.0, BROWSER_REFUSED"
    })
    void saysTheMostTellingReason(String header, Refusal refusal) {
        assertThat(prerequisites.refusal(UserAgent.of(header))).isEqualTo(Optional.ofNullable(refusal));
    }

    @Test
    void letsOrganizersUseTheirPhonesWhereTheSiteDoes() {
        var phone = UserAgent.of("Linux; Android 10; K Chrome/131.0.0.0 Mobile");

        assertThat(new Prerequisites(Map.of(), Map.of(), false).refusal(phone)).hasValue(Refusal.HANDHELD);
        assertThat(new Prerequisites(Map.of(), Map.of(), true).refusal(phone)).isEmpty();
    }

    @Test
    void turnsAwayOnlyWhatTheTableTurnsAway() {
        assertThat(Fitness.values())
                .filteredOn(fitness -> !fitness.admitted())
                .containsExactly(Fitness.TOO_OLD, Fitness.REFUSED);
    }

    @Test
    void comparesVersionsAsNumbers() {
        assertThat(Version.of("10.9")).isLessThan(Version.of("10.13"));
        assertThat(Version.of("9")).isLessThan(Version.of("10.0"));
        assertThat(Version.of("10_15")).isEqualTo(Version.of("10.15"));
    }
}
