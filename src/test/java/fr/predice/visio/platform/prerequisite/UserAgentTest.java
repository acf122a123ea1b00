package fr.predice.visio.platform.prerequisite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers of the field say, in {@code user-agents.csv}. */
class UserAgentTest {
    @ParameterizedTest
    @CsvFileSource(resources = "user-agents.csv", delimiter = '|', numLinesToSkip = 1)
    void knowsTheBrowsersOfTheField(String browser, String system, boolean handheld, String header) {
        var agent = UserAgent.of(header);

        assertThat(agent.browser().map(UserAgentTest::word)).hasToString(optional(browser));
        assertThat(agent.system().map(UserAgentTest::word)).hasToString(optional(system));
        assertThat(agent.handheld()).isEqualTo(handheld);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "curl/8.5.0", "Chrome/", "Chrome/x", "Windows NT ten"})
    void knowsNothingOfWhatNamesNothing(String header) {
        var agent = UserAgent.of(header);

        assertThat(agent.browser()).isEmpty();
        assertThat(agent.system()).isEmpty();
    }

    @Test
    void takesNoHarmFromNonsense() {
        assertThat(UserAgent.of("Chrome/" + "9".repeat(500)).browser()).isPresent();
        assertThat(UserAgent.of("Chrome/80 ".repeat(1000)).browser()).isEmpty();
    }

    private static String word(UserAgent.Found<?> found) {
        return found.product() + " " + found.version();
    }

    private static String optional(String word) {
        return word == null ? "Optional.empty" : "Optional[" + word + "]";
    }
}
