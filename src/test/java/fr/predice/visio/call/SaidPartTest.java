package fr.predice.visio.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the organizer reads to the invited person. */
class SaidPartTest {
    private static final Locale ARABIC = Locale.forLanguageTag("ar");
    private static final String SENTENCE = "«\u00a0Touchez “{0}”, sinon “{1}”.\u00a0»";
    private static final List<String> BUTTONS = List.of("retry", "guest.silent");

    @Test
    void quotesTheButtonsOfThePersonsPageWithTheirMeaning() {
        assertThat(SaidPart.of(SENTENCE, BUTTONS, Locale.FRENCH, ARABIC))
                .containsExactly(
                        new SaidPart("«\u00a0Touchez “", "fr"),
                        new SaidPart("إعادة المحاولة", "ar"),
                        new SaidPart("” (Réessayer)", "fr"),
                        new SaidPart(", sinon “", "fr"),
                        new SaidPart("المتابعة دون ميكروفون", "ar"),
                        new SaidPart("” (Continuer sans micro)", "fr"),
                        new SaidPart(".\u00a0»", "fr"));
    }

    @Test
    void explainsNothingInTheSameLanguage() {
        assertThat(SaidPart.of(SENTENCE, BUTTONS, Locale.FRENCH, Locale.FRENCH))
                .extracting(SaidPart::text)
                .containsSequence("Réessayer", "”", ", sinon “");
    }

    @Test
    void leavesASentenceWithoutButtonsWhole() {
        assertThat(SaidPart.of("Restez là.", List.of(""), Locale.FRENCH, ARABIC))
                .containsExactly(new SaidPart("Restez là.", "fr"));
    }
}
