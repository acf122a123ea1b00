package fr.predice.visio.signin.otp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.messaging.sms.Gsm7;
import fr.predice.visio.support.Some;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTextTest {
    /** 50 characters are the longest name that a site may have; € takes the place of two. */
    @ParameterizedTest
    @CsvSource({"fr, €", "en, €", "fr, ç", "en, W"})
    void fitsOneSmsWithTheLongestName(String language, String letter) {
        var settings = Some.settings(letter.repeat(50), List.of());

        var text = new CodeText(settings).sms("000000", Locale.forLanguageTag(language));

        assertThat(text).contains("000000");
        assertThat(Gsm7.plain(text)).isEqualTo(text);
        assertThat(Gsm7.septets(text)).isLessThanOrEqualTo(Gsm7.ONE_PART);
    }
}
