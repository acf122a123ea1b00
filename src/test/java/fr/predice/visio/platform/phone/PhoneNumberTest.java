package fr.predice.visio.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    private static final List<String> FRENCH =
            List.of("FR", "RE", "YT", "GP", "GF", "MQ", "PM", "BL", "MF", "NC", "PF", "WF");

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, +33612345678",
        "0612345678, +33612345678",
        "07.56.78.90.12, +33756789012",
        "+33 6 12 34 56 78, +33612345678",
        "0033612345678, +33612345678",
        "0692 12 34 56, +262692123456",
        "0639 69 12 34, +262639691234",
        "0690 12 34 56, +590690123456",
        "0694 12 34 56, +594694123456",
        "0696 12 34 56, +596696123456"
    })
    void readsFrenchMobilesOverseasIncluded(String typed, String e164) {
        assertThat(PhoneNumber.mobile(typed, FRENCH).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bonjour", "03 22 80 31 70", "06 12 34 56", "+44 20 7946 0958", "3639"})
    void refusesWhatIsNoMobile(String typed) {
        assertThatThrownBy(() -> PhoneNumber.mobile(typed, FRENCH)).isInstanceOf(NotAMobile.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+44 7911 123456", "+32 470 12 34 56", "0032470123456"})
    void tellsThatACountryIsNotAllowed(String typed) {
        assertThatThrownBy(() -> PhoneNumber.mobile(typed, FRENCH)).isInstanceOf(CountryRefused.class);
    }

    @Test
    void allowsAnotherCountryWhereTheSiteDoes() {
        assertThat(PhoneNumber.mobile("+32 470 12 34 56", List.of("FR", "BE")).e164())
                .isEqualTo("+32470123456");
    }

    @Test
    void groupsInPairsAndMasks() {
        var number = new PhoneNumber("+33612345678");

        assertThat(number.grouped()).isEqualTo("06 12 34 56 78");
        assertThat(number.masked()).isEqualTo("06 •• •• •• 78");
        assertThat(number.toString()).doesNotContain("612345678");
    }

    @Test
    void keepsTheCodeOfAnotherCountry() {
        var belgian = PhoneNumber.mobile("0470 12 34 56", List.of("BE"));

        assertThat(belgian.grouped()).isEqualTo("+32 470 12 34 56");
        assertThat(belgian.masked()).isEqualTo("+3• ••• •• •• 56");
    }

    /** 04 70 is the Allier's landline, and a Belgian operator's mobiles. */
    @Test
    void takesNoFrenchLandlineForABelgianMobile() {
        assertThatThrownBy(() -> PhoneNumber.mobile("04 70 12 34 56", List.of("FR", "BE")))
                .isInstanceOf(NotAMobile.class);
    }
}
