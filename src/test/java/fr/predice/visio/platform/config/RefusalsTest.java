package fr.predice.visio.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @Test
    void tellsAllThatIsMissingAndWhatItLooksLike() {
        assertThat(refusals(Map.of()))
                .containsExactly(
                        "VISIO_MESSAGE_KEY: is required and missing, e.g. from: openssl rand -base64 32",
                        "VISIO_PEPPER: is required and missing, e.g. from: openssl rand -base64 32",
                        "VISIO_PUBLIC_URL: is required and missing, e.g. https://visio.chu-exemple.fr");
    }

    @Test
    void tellsAllThatIsWrongWithWhatIsMissing() {
        var site = Map.of(
                "VISIO_PUBLIC_URL", "visio",
                "VISIO_PEPPER", KEY,
                "VISIO_SMS_GATEWAY", "ovh",
                "VISIO_OVH_SENDER", "Service de visio",
                "VISIO_SMS_PER_DAY", "beaucoup",
                "VISIO_SMTP_PORT", "smtp");

        assertThat(refusals(site))
                .extracting(line -> line.split(":")[0])
                .containsExactly(
                        "VISIO_MESSAGE_KEY",
                        "VISIO_OVH_APPLICATION_KEY",
                        "VISIO_OVH_APPLICATION_SECRET",
                        "VISIO_OVH_CONSUMER_KEY",
                        "VISIO_OVH_SENDER",
                        "VISIO_OVH_SERVICE",
                        "VISIO_PUBLIC_URL",
                        "VISIO_SMS_PER_DAY",
                        "VISIO_SMTP_PORT");
    }

    /** With what a wrong one was meant to be, nobody can tell whether the others fit it. */
    @Test
    void endsWhereOnlyAnotherVariableCouldHelp() {
        var site = Map.of(
                "VISIO_PUBLIC_URL",
                "https://visio.example.org",
                "VISIO_PEPPER",
                KEY,
                "VISIO_MESSAGE_KEY",
                KEY,
                "VISIO_RELAY_ONLY",
                "true");

        assertThat(refusals(site)).singleElement().asString().startsWith("VISIO_RELAY_ONLY: ");
    }

    @Test
    void namesTheSettingThatAMistypedOneIsNearestTo() {
        var names = List.of("VISIO_PEPER", "VISIO_SMS_PER_DAYS", "VISIO_PEPPER", "PATH");

        assertThat(SettingsTable.ours().unknown(names))
                .containsExactly(
                        "VISIO_PEPER: no such setting; the nearest is VISIO_PEPPER",
                        "VISIO_SMS_PER_DAYS: no such setting; the nearest is VISIO_SMS_PER_DAY");
    }

    private static List<String> refusals(Map<String, String> site) {
        return new Refusals(name -> Optional.ofNullable(site.get(name))).all();
    }
}
