package fr.predice.visio.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.messaging.sms.Gsm7;
import fr.predice.visio.platform.config.SettingRefused;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.support.Some;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTextTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String LINK = "https://visio.etablissement-exemple.fr/r#AbCdEfGhIjKlMnOpQrStUw";

    @Test
    void saysServiceLinkAndValidity() {
        var text = textOf("Visio sécurisée");

        assertThat(text).contains("Visio sécurisée", LINK, "Valable 1 h.");
    }

    @Test
    void saysNamesInTheAlphabetOfSms() {
        var text = textOf("L’hôpital Cœur-Façade – 5 €");

        assertThat(text).startsWith("L'hopital Coeur-Facade - 5 € : ");
        assertThat(Gsm7.plain(text)).isEqualTo(text);
    }

    @Test
    void saysNoMoreThanWhatIsLeft() {
        assertThat(of("Visio")
                        .text(GuestLanguage.FR, LINK, Duration.ofMinutes(39).plusSeconds(20)))
                .contains("Valable 40 min.");
    }

    /**
     * The longest name that a site starts with fills one SMS to the last character, also where a link opens for 59 min.
     */
    @ParameterizedTest
    @ValueSource(strings = {"W", "é", "ç"})
    void fitsOneSmsWithTheLongestName(String letter) {
        var room = Gsm7.ONE_PART - Gsm7.septets(of("").text(GuestLanguage.FR, LINK, HOUR.minusMinutes(1)));

        assertThat(onePart(letter.repeat(room)).longest()).isEqualTo(Gsm7.ONE_PART);
        assertThatCode(() -> onePart(letter.repeat(room)).check()).doesNotThrowAnyException();
        assertThatThrownBy(() -> onePart(letter.repeat(room + 1)).check())
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("VISIO_CALLER_NAME");
    }

    /** No language needs a longer name's room than French: the site's French invitation is the one to fit. */
    @ParameterizedTest
    @EnumSource
    void fitsOneSmsInEachLanguage(GuestLanguage language) {
        var site = URI.create("https://visio.etablissement-exemple.fr");
        var token = SecretToken.random();
        var link = Link.of(site, language, token, Instant.EPOCH).address();
        var french = Link.of(site, GuestLanguage.FR, token, Instant.EPOCH).address();

        var text = of("Visio sécurisée").text(language, link, HOUR.plusMinutes(30));

        assertThat(text).startsWith("Visio sécurisée").contains(link).contains("1 h 30 min");
        assertThat(Gsm7.plain(text)).isEqualTo(text).doesNotContain("?");
        assertThat(Gsm7.septets(text))
                .isLessThanOrEqualTo(
                        Gsm7.septets(of("Visio sécurisée").text(GuestLanguage.FR, french, HOUR.plusMinutes(30))));
    }

    private static String textOf(String caller) {
        return of(caller).text(GuestLanguage.FR, LINK, HOUR);
    }

    private static OnePartSms onePart(String caller) {
        return new OnePartSms(of(caller), Some.settings(caller, List.of()), Clock.systemUTC());
    }

    private static InvitationText of(String caller) {
        return new InvitationText(Some.settings(caller, List.of()), Clock.systemUTC());
    }
}
