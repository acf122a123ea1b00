package fr.predice.visio.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.messaging.sms.Gsm7;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.support.Some;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvitationTextTest {
    private final SecretToken token = SecretToken.random();

    @Test
    void saysServiceLinkAndValidity() {
        var text = textOf("Visio sécurisée");

        assertThat(text).contains("Visio sécurisée", "https://visio.etablissement-exemple.fr/r#" + token.text(), "1 h");
    }

    @Test
    void fitsOneSmsOfGsm7() {
        var text = textOf("Visio sécurisée des établissements");

        assertThat(Gsm7.plain(text)).isEqualTo(text);
        assertThat(Gsm7.septets(text)).isLessThanOrEqualTo(Gsm7.ONE_PART);
    }

    private String textOf(String service) {
        return new InvitationText(Some.settings(service, List.of()), Clock.systemUTC()).text(token);
    }
}
