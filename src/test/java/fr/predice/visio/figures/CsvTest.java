package fr.predice.visio.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void quotesWhatWouldPartACell() {
        assertThat(new Csv()
                        .line(List.of("Été", "a;b", "dit \"oui\"", "deux\nlignes"))
                        .line(List.of("", "1"))
                        .text())
                .isEqualTo("\uFEFFÉté;\"a;b\";\"dit \"\"oui\"\"\";\"deux\nlignes\"\r\n;1\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "\r=1"})
    void marksFormulasAsText(String formula) {
        assertThat(new Csv().line(List.of(formula)).text()).containsPattern("^\uFEFF\"?'");
    }
}
