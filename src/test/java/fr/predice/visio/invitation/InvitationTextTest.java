package fr.predice.visio.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.messaging.sms.Gsm7;
import fr.predice.visio.platform.config.SettingRefused;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.support.Some;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTextTest {
    private final SecretToken token = SecretToken.random();

    @Test
    void saysServiceLinkAndValidity() {
        var text = textOf("Visio sécurisée");

        assertThat(text).contains("Visio sécurisée", "https://visio.etablissement-exemple.fr/r#" + token.text(), "1 h");
    }

    @Test
    void saysNamesInTheAlphabetOfSms() {
        var text = textOf("L’hôpital Cœur-Façade – 5 €");

        assertThat(text).startsWith("L'hopital Coeur-Facade - 5 € : ");
        assertThat(Gsm7.plain(text)).isEqualTo(text);
    }

    /** The longest name that a site starts with fills one SMS to the last character. */
    @ParameterizedTest
    @ValueSource(strings = {"W", "é", "ç"})
    void fitsOneSmsWithTheLongestName(String letter) {
        var room = Gsm7.ONE_PART - Gsm7.septets(textOf(""));

        assertThat(Gsm7.septets(textOf(letter.repeat(room)))).isEqualTo(Gsm7.ONE_PART);
        assertThatCode(() -> new OnePartSms(of(letter.repeat(room))).check()).doesNotThrowAnyException();
        assertThatThrownBy(() -> new OnePartSms(of(letter.repeat(room + 1))).check())
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("VISIO_CALLER_NAME");
    }

    private String textOf(String caller) {
        return of(caller).text(token);
    }

    private static InvitationText of(String caller) {
        return new InvitationText(Some.settings(caller, List.of()), Clock.systemUTC());
    }
}
