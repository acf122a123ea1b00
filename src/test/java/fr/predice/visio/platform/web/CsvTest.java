package fr.predice.visio.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private final StringWriter written = new StringWriter();

    @Test
    void quotesEachCellAndSaysUtf8() throws IOException {
        var csv = new Csv(written);

        csv.row(List.of("Élodie", "dit « \"non\" ; »", "", "deux\nlignes"));
        csv.row(List.of("1"));

        assertThat(written)
                .hasToString("\ufeff\"Élodie\";\"dit « \"\"non\"\" ; »\";\"\";\"deux\nlignes\"\r\n\"1\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33612345678", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"})
    void makesNoFormulaOfWhatSomebodyTyped(String text) throws IOException {
        new Csv(written).row(List.of(text));

        assertThat(written.toString()).startsWith("\ufeff\"'" + text.charAt(0));
    }
}
