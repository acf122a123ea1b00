package fr.predice.visio.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagingReaderTest {
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void setEverything() {
        variables.put("VISIO_SMS_GATEWAY", "ovh");
        variables.put("VISIO_OVH_APPLICATION_KEY", "key");
        variables.put("VISIO_OVH_APPLICATION_SECRET", "a-secret-value");
        variables.put("VISIO_OVH_CONSUMER_KEY", "a-consumer-key");
        variables.put("VISIO_OVH_SERVICE", "sms-ab12345-1");
        variables.put("VISIO_OVH_SENDER", "Predice");
        variables.put("VISIO_MAIL_GATEWAY", "smtp");
        variables.put("VISIO_MAIL_FROM", "visio@example.org");
    }

    @Test
    void readsAnAccountAtOvhAndItsDefaults() {
        var read = read();

        assertThat(read.caller()).isEqualTo("Visio sécurisée");
        assertThat(read.ovh()).hasValueSatisfying(ovh -> {
            assertThat(ovh.endpoint()).hasToString("https://eu.api.ovh.com/1.0");
            assertThat(ovh.sender()).isEqualTo("Predice");
            assertThat(ovh.noStopClause()).isTrue();
            assertThat(ovh.lowCredit()).isEqualTo(200);
            assertThat(ovh.toString()).doesNotContain("secret", "consumer");
        });
        assertThat(read.receiptSecret()).isEmpty();
        assertThat(read.proxy()).isEmpty();
    }

    @Test
    void readsWhatASiteChanges() {
        variables.put("VISIO_CALLER_NAME", "Centre Exemple");
        variables.put("VISIO_HTTP_PROXY", "proxy.example.org:3128");
        variables.put("VISIO_OVH_NO_STOP_CLAUSE", "false");
        variables.put("VISIO_OVH_ENDPOINT", "https://ca.api.ovh.com/1.0/");
        variables.put("VISIO_ADMIN_MAIL", "administrateur@example.org");

        assertThat(read().caller()).isEqualTo("Centre Exemple");
        assertThat(read().proxy()).hasValueSatisfying(proxy -> {
            assertThat(proxy.getHostString()).isEqualTo("proxy.example.org");
            assertThat(proxy.getPort()).isEqualTo(3128);
        });
        assertThat(read().ovh())
                .hasValueSatisfying(ovh -> assertThat(ovh.noStopClause()).isFalse());
        assertThat(read().ovh())
                .hasValueSatisfying(ovh -> assertThat(ovh.endpoint()).hasToString("https://ca.api.ovh.com/1.0"));
        assertThat(read().administrator()).hasValue("administrateur@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VISIO_OVH_APPLICATION_KEY",
                "VISIO_OVH_APPLICATION_SECRET",
                "VISIO_OVH_CONSUMER_KEY",
                "VISIO_OVH_SERVICE",
                "VISIO_OVH_SENDER",
                "VISIO_MAIL_FROM"
            })
    void namesWhatIsMissing(String name) {
        variables.remove(name);

        assertThatThrownBy(this::read).isInstanceOf(SettingRefused.class).hasMessageStartingWith(name + ": ");
    }

    @ParameterizedTest
    @CsvSource({
        "VISIO_OVH_ENDPOINT, eu.api.ovh.com",
        "VISIO_OVH_ENDPOINT, http://eu.api.ovh.com/1.0",
        "VISIO_OVH_SERVICE, sms/ab12345",
        "VISIO_OVH_SENDER, Service de visio",
        "VISIO_OVH_SENDER, Prédice",
        "VISIO_OVH_NO_STOP_CLAUSE, oui",
        "VISIO_OVH_CONNECT_TIMEOUT, PT2M",
        "VISIO_OVH_READ_TIMEOUT, PT21S",
        "VISIO_OVH_LOW_CREDIT, 0",
        "VISIO_SMS_RECEIPT_SECRET, too-short",
        "VISIO_SMS_RECEIPT_SECRET, 0123456789/0123456789/012345",
        "VISIO_HTTP_PROXY, http://proxy.example.org:3128",
        "VISIO_HTTP_PROXY, proxy.example.org:99999",
        "VISIO_MAIL_FROM, visio",
        "VISIO_ADMIN_MAIL, admin"
    })
    void namesWhatIsWrongAndNeverItsValue(String name, String value) {
        variables.put(name, value);

        assertThatThrownBy(this::read)
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith(name + ": ")
                .message()
                .doesNotContain(value);
    }

    private Messaging read() {
        var known = new Variables(name -> Optional.ofNullable(variables.get(name)));
        return new MessagingReader(known).read(Settings.Profile.PRODUCTION, "Visio sécurisée");
    }
}
