package fr.predice.visio.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final Map<String, String> variables = new HashMap<>(Map.of(
            "VISIO_PUBLIC_URL", "https://visio.example.org",
            "VISIO_PEPPER", KEY,
            "VISIO_MESSAGE_KEY", KEY));

    @Test
    void hasTheSeedsValuesAsDefaults() {
        var settings = read();

        assertThat(settings.profile()).isEqualTo(Settings.Profile.PRODUCTION);
        assertThat(settings.branding().name()).isEqualTo("Prédice");
        assertThat(settings.branding().videoTile()).isEqualTo("Service de télé médecine 3");
        assertThat(settings.branding().supportPhone()).isEqualTo("03 22 80 31 70");
        assertThat(settings.branding().participantHelpPhone()).isEmpty();
        assertThat(settings.invitations().lifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.allowedOrigins()).containsExactly("https://visio.example.org");
        assertThat(settings.turn().urls()).isEmpty();
        assertThat(settings.trail().kept()).isEqualTo(Period.ofMonths(12));
    }

    @Test
    void keepsTheTrailAsLongAsTheSiteWants() {
        variables.put("VISIO_AUDIT_KEPT", "P180D");

        assertThat(read().trail().kept()).isEqualTo(Period.ofDays(180));
    }

    @Test
    void givesParticipantsTheNumberThatIsTheirs() {
        variables.put("VISIO_PARTICIPANT_HELP_PHONE", "03 22 00 00 00");

        assertThat(read().branding().participantHelpPhone()).hasValue("03 22 00 00 00");
    }

    @Test
    void takesFilmsFromElsewhereOrFromItsOwnHost() {
        variables.put("VISIO_PUBLIC_URL", "https://example.org/visio");
        variables.put("VISIO_FILM_USE", "https://videos.example.org/visio");
        variables.put("VISIO_FILM_PARTICIPANT", "/videos/participant.mp4");

        assertThat(read().films().connection()).isEmpty();
        assertThat(read().films().use()).hasValue(URI.create("https://videos.example.org/visio"));
        assertThat(read().films().participant()).hasValue(URI.create("https://example.org/videos/participant.mp4"));
    }

    @Test
    void readsTilesAndOrigins() {
        variables.put("VISIO_TILES", "Annuaire=https://annuaire.example.org; Messagerie=https://mail.example.org/");
        variables.put("VISIO_ALLOWED_ORIGINS", "https://autre.example.org:8443/");

        assertThat(read().ways().tiles()).extracting(Settings.Tile::label).containsExactly("Annuaire", "Messagerie");
        assertThat(read().allowedOrigins())
                .containsExactlyInAnyOrder("https://visio.example.org", "https://autre.example.org:8443");
    }

    @Test
    void takesTheWordOfOneProxyOnCardsUnlessAnybodyMaySayToBeIt() {
        variables.put("VISIO_CARD_URL", "https://Carte.example.org:443/");
        variables.put("VISIO_CARD_PROXY", "10.20.0.5=X-Card-Certificate");

        assertThat(read().ways().card()).hasValue(URI.create("https://carte.example.org"));
        assertThat(read().ways().cardProxy()).hasValueSatisfying(proxy -> {
            assertThat(proxy.address().getHostAddress()).isEqualTo("10.20.0.5");
            assertThat(proxy.header()).isEqualTo("X-Card-Certificate");
        });

        variables.put("VISIO_CARD_PROXY_PROTOCOL", "true");
        assertThatThrownBy(this::read).hasMessageStartingWith("VISIO_CARD_PROXY: ");
    }

    @ParameterizedTest
    @CsvSource({
        "VISIO_PUBLIC_URL, ''",
        "VISIO_PUBLIC_URL, http://visio.example.org",
        "VISIO_PUBLIC_URL, visio.example.org",
        "VISIO_PUBLIC_URL, https://example.org/visio//",
        "VISIO_PUBLIC_URL, https://example.org/visio;a=b",
        "VISIO_PUBLIC_URL, https://example.org/../visio",
        "VISIO_PUBLIC_URL, https://example.org/visio?a=b",
        "VISIO_PUBLIC_URL, https://example.org/#visio",
        "VISIO_CARD_URL, http://carte.example.org",
        "VISIO_CARD_URL, https://carte.example.org/visio",
        "VISIO_CARD_URL, https://carte.example.org/?a=b",
        "VISIO_CARD_URL, https://moi@carte.example.org",
        "VISIO_CARD_PROXY, 10.20.0.5",
        "VISIO_CARD_PROXY, 10.20.0.0/24=X-Card-Certificate",
        "VISIO_CARD_PROXY, proxy.example.org=X-Card-Certificate",
        "VISIO_CARD_PROXY, 10.20.0.5=deux mots",
        "VISIO_PEPPER, ''",
        "VISIO_PEPPER, dHJvcCBjb3VydA==",
        "VISIO_MESSAGE_KEY, pas du base64",
        "VISIO_PROFILE, test",
        "VISIO_SMS_GATEWAY, pigeon",
        "VISIO_INVITATION_LIFETIME, une heure",
        "VISIO_INVITATION_LIFETIME, PT0S",
        "VISIO_INVITATION_LIFETIME, PT30S",
        "VISIO_INVITATION_LIFETIME, PT13H",
        "VISIO_TIME_ZONE, Paris",
        "VISIO_TIME_ZONE, +02:00",
        "VISIO_AUDIT_KEPT, un an",
        "VISIO_AUDIT_KEPT, P5M29D",
        "VISIO_AUDIT_KEPT, P-12M",
        "VISIO_SMS_PER_DAY, -1",
        "VISIO_PHONE_REGIONS, France",
        "VISIO_TURN_URLS, turn.example.org",
        "VISIO_TURN_URLS, turn:turn.example.org:65536",
        "VISIO_TURN_URLS, turn:turn.example.org:3478:3479",
        "VISIO_TURN_URLS, turn:2001:db8::1:3478",
        "VISIO_RELAY_ONLY, oui",
        "VISIO_TILES, Annuaire",
        "VISIO_PREREQUISITES, /nulle/part",
        "VISIO_ORGANIZER_ON_MOBILE, peut-être"
    })
    void namesTheVariableThatIsWrongAndNeverItsValue(String name, String value) {
        variables.put(name, value);

        assertThatThrownBy(this::read)
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith(name + ": ")
                .satisfies(refused -> {
                    if (!value.isEmpty() && name.matches("VISIO_(PEPPER|MESSAGE_KEY)")) {
                        assertThat(refused.getMessage()).doesNotContain(value);
                    }
                });
    }

    @Test
    void namesNoStandardPortInAnOriginAsBrowsersDo() {
        variables.put("VISIO_PUBLIC_URL", "https://visio.example.org:443/");

        assertThat(read().allowedOrigins()).containsExactly("https://visio.example.org");
    }

    @Test
    void putsThePathOfThePublicAddressIntoLinksAndNotIntoOrigins() {
        variables.put("VISIO_PUBLIC_URL", "https://Hopital.example.org:443/visio/");

        assertThat(read().publicAddress()).hasToString("https://hopital.example.org/visio");
        assertThat(read().allowedOrigins()).containsExactly("https://hopital.example.org");
    }

    @Test
    void wantsASecretWithARelay() {
        variables.put("VISIO_TURN_URLS", "turn:turn.example.org:3478,turns:turn.example.org:5349?transport=tcp");

        assertThatThrownBy(this::read).hasMessageStartingWith("VISIO_TURN_SECRET: ");
    }

    @Test
    void relaysAllCallsOnlyWhereThereIsARelay() {
        variables.put("VISIO_RELAY_ONLY", "true");
        assertThatThrownBy(this::read).hasMessageStartingWith("VISIO_RELAY_ONLY: ");

        variables.put("VISIO_TURN_URLS", "turn:turn.example.org:3478");
        variables.put("VISIO_TURN_SECRET", "secret");
        assertThat(read().turn().relayOnly()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"VISIO_SMS_GATEWAY", "VISIO_MAIL_GATEWAY"})
    void aProductionStartCannotSendToTheDemoMailbox(String gateway) {
        variables.put(gateway, "demo");

        assertThatThrownBy(this::read).isInstanceOf(SettingRefused.class).hasMessageStartingWith(gateway + ": ");
    }

    @Test
    void theDemoServesThisMachineOrItsNetworkOnly() {
        variables.put("VISIO_PROFILE", "demo");
        assertThatThrownBy(this::read).hasMessageStartingWith("VISIO_PROFILE: ");

        variables.put("VISIO_PUBLIC_URL", "http://localhost:8080");
        assertThat(read().demo()).isTrue();
        variables.put("VISIO_PUBLIC_URL", "https://192.168.1.20:8443");
        assertThat(read().demo()).isTrue();
    }

    private Settings read() {
        return new SettingsReader(name -> Optional.ofNullable(variables.get(name))).read();
    }
}
