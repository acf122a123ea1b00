package fr.predice.visio.signin.cps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.platform.token.SecretToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "/pro/visio", "/pro/salle?invitation=1&é=2"})
    void comesBackAsItWent(String page) {
        var asked = new Asked(SecretToken.random(), page);

        assertThat(asked.text()).matches("[A-Za-z0-9_.-]+");
        assertThat(Asked.parsed(asked.text())).contains(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x.y", "AAAAAAAAAAAAAAAAAAAAAB."})
    void isNothingWhereItIsNotOurs(String text) {
        assertThat(Asked.parsed(text)).isEmpty();
    }

    @Test
    void goesNowhereWhereItNamesNoPage() {
        var browser = SecretToken.random();

        assertThat(Asked.parsed(browser.text())).contains(new Asked(browser, ""));
    }
}
