package fr.predice.visio.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProSanteReaderTest {
    private static final String ISSUER = "https://psc.example.org/auth/realms/esante-wallet";

    @TempDir
    private Path files;

    private final Map<String, String> variables = new HashMap<>(Map.of(
            "VISIO_PSC_ISSUER", ISSUER, "VISIO_PSC_CLIENT_ID", "visio", "VISIO_PSC_CLIENT_SECRET", "a-secret-value"));

    @Test
    void knowsWhereAProviderDescribesItself() {
        var read = read().orElseThrow();

        assertThat(read.discovery()).hasToString(ISSUER + "/.well-known/wallet-openid-configuration");
        assertThat(read.level()).isEqualTo("eidas1");
        assertThat(read.secret()).hasValue("a-secret-value");
        assertThat(read.toString()).doesNotContain("secret");
    }

    @Test
    void looksAtNoneOfThemWithoutAnIssuer() {
        variables.remove("VISIO_PSC_ISSUER");
        variables.put("VISIO_PSC_ACR", "two words");

        assertThat(read()).isEmpty();
    }

    @Test
    void wantsASecretOrACertificate() throws IOException {
        variables.remove("VISIO_PSC_CLIENT_SECRET");
        assertThatThrownBy(this::read).hasMessageStartingWith("VISIO_PSC_CLIENT_SECRET: is required and missing");

        var store = Files.createFile(files.resolve("psc.p12"));
        variables.put("VISIO_PSC_KEYSTORE", store.toString());
        variables.put("VISIO_PSC_KEYSTORE_PASSWORD", "deux mots");

        var read = read().orElseThrow();
        assertThat(read.secret()).isEmpty();
        assertThat(read.certificate()).hasValue(new ProSante.Certificate(store, "deux mots"));
        assertThat(read.certificate().toString()).doesNotContain("deux mots");
    }

    @Test
    void takesTheProvidersWordFromAFile() throws IOException {
        var file = Files.createFile(files.resolve("psc.json"));
        variables.put("VISIO_PSC_DISCOVERY", file.toString());

        assertThat(read().orElseThrow().discovery()).isEqualTo(file.toUri());
    }

    @ParameterizedTest
    @CsvSource({
        "VISIO_PSC_ISSUER, http://psc.example.org/",
        "VISIO_PSC_ISSUER, https://psc.example.org/?realm=1",
        "VISIO_PSC_DISCOVERY, http://psc.example.org/wallet",
        "VISIO_PSC_DISCOVERY, psc.json",
        "VISIO_PSC_KEYS, /nowhere/keys.json",
        "VISIO_PSC_ACR, eidas1 eidas2"
    })
    void refusesWhatIsWrong(String name, String value) {
        variables.put(name, value);

        assertThatThrownBy(this::read).hasMessageStartingWith(name + ": ").hasMessageNotContaining(value);
    }

    /** Such as the tests have. */
    @Test
    void takesAStandInOnThisMachine() {
        variables.put("VISIO_PSC_ISSUER", "http://localhost:8090/realm");

        assertThat(read().orElseThrow().issuer()).hasToString("http://localhost:8090/realm");
    }

    private Optional<ProSante> read() {
        return new ProSanteReader(new Variables(name -> Optional.ofNullable(variables.get(name)))).read();
    }
}
