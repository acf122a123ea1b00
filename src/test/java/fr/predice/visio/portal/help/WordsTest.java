package fr.predice.visio.portal.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void tellsStrongWordsAndButtonsFromTheRest() {
        var parts = Words.of("Choisissez *par SMS*, puis « [key|Recevoir mon code] » ou [Ok].");

        assertThat(parts.stream().map(Words::text).collect(Collectors.joining()))
                .isEqualTo("Choisissez par SMS, puis « Recevoir mon code » ou Ok.");
        assertThat(parts)
                .filteredOn(part -> !part.isPlain())
                .containsExactly(
                        new Words(Words.Kind.STRONG, "par SMS", ""),
                        new Words(Words.Kind.BUTTON, "Recevoir mon code", "key"),
                        new Words(Words.Kind.BUTTON, "Ok", ""));
    }
}
