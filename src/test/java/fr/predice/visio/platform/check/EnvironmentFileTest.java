package fr.predice.visio.platform.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentFileTest {
    @Test
    void readsWhatSystemdReads() {
        var read = new EnvironmentFile("""
                # a comment
                ; another

                VISIO_BRAND=CHU Exemple
                VISIO_CALLER_NAME="CHU \\"Exemple\\" C:\\x"
                VISIO_TILES='A=https://a.example.org; B=https://b.example.org'
                  VISIO_SMS_PER_DAY = 100
                VISIO_ADMIN_NETWORKS=10.0.0.0/8,\\
                192.0.2.7
                VISIO_PEPPER=abc=
                VISIO_CARD_URL=
                VISIO_SMS_PER_DAY=200
                """);

        assertThat(read.variables())
                .isEqualTo(Map.of(
                        "VISIO_BRAND", "CHU Exemple",
                        "VISIO_CALLER_NAME", "CHU \"Exemple\" C:\\x",
                        "VISIO_TILES", "A=https://a.example.org; B=https://b.example.org",
                        "VISIO_SMS_PER_DAY", "200",
                        "VISIO_ADMIN_NETWORKS", "10.0.0.0/8,192.0.2.7",
                        "VISIO_PEPPER", "abc=",
                        "VISIO_CARD_URL", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VISIO_PEPPER", "export VISIO_PEPPER=secret", "=secret", "VISIO_PEPPER=\"secret"})
    void namesTheLineThatSystemdLeavesOut(String line) {
        assertThatThrownBy(() -> new EnvironmentFile("# first\n" + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2 ")
                .message()
                .doesNotContain("secret");
    }
}
