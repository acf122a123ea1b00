package fr.predice.visio.signin.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeCodesTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);
    private static final long STEP = 1_111_111_109 / 30;

    private final TimeCodes codes = new TimeCodes("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238 appendix B, SHA-1: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void givesTheCodesOfTheStandard(long seconds, String code) {
        assertThat(codes.at(Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(longs = {-30, 0, 30})
    void takesAClockThatIsOneStepWrong(long seconds) {
        assertThat(codes.step(codes.at(NOW.plusSeconds(seconds)), NOW, 0)).hasValue(STEP + seconds / 30);
    }

    @ParameterizedTest
    @ValueSource(longs = {-60, 60})
    void takesNoneThatIsTwoStepsWrong(long seconds) {
        assertThat(codes.step(codes.at(NOW.plusSeconds(seconds)), NOW, 0)).isEmpty();
    }

    @Test
    void takesNoCodeTwiceNorOneBefore() {
        assertThat(codes.step(codes.at(NOW), NOW, STEP)).isEmpty();
        assertThat(codes.step(codes.at(NOW.minusSeconds(30)), NOW, STEP)).isEmpty();
        assertThat(codes.step(codes.at(NOW.plusSeconds(30)), NOW, STEP)).hasValue(STEP + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "81804", "0818040", "abcdef"})
    void takesNothingElse(String typed) {
        assertThat(codes.step(typed, NOW, 0)).isEmpty();
    }

    @Test
    void tellsAppsWhatTheyReadEverywhere() {
        var setUp = new SetUp("Visio sécurisée", "camille.martin", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");

        assertThat(setUp.uri())
                .isEqualTo("otpauth://totp/Visio%20s%C3%A9curis%C3%A9e:camille.martin"
                        + "?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Visio%20s%C3%A9curis%C3%A9e"
                        + "&algorithm=SHA1&digits=6&period=30");
        assertThat(setUp.key()).isEqualTo("JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP");
    }
}
