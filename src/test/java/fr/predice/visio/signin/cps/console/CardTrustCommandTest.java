package fr.predice.visio.signin.cps.console;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.support.TestAuthority;
import fr.predice.visio.support.TestResponder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The truststore made by the commands of cartes/LISEZMOI.md, and what {@code --card-trust} says of it. */
class CardTrustCommandTest {
    private static final String ISSUER = "AC IGC-SANTE FORT PERSONNES";
    private static final TestAuthority AUTHORITY = TestAuthority.quick("AC RACINE IGC-SANTE FORT", ISSUER);
    private static final String KEY = "A".repeat(43) + "=";

    @TempDir
    private static Path directory;

    private static String printed;

    private final Map<String, String> site = new HashMap<>();

    @BeforeAll
    static void followTheSheet() throws Exception {
        Files.write(directory.resolve("ACR-FO.cer"), AUTHORITY.root().getEncoded());
        Files.write(directory.resolve("ACI-FO-PP.cer"), AUTHORITY.issuer().getEncoded());
        printed = run(block("empreintes"));
        run(block("magasin"));
    }

    @BeforeEach
    void setRightSettings() throws Exception {
        site.putAll(Map.of(
                "VISIO_PUBLIC_URL",
                "https://visio.example.org",
                "VISIO_PEPPER",
                KEY,
                "VISIO_MESSAGE_KEY",
                KEY,
                "VISIO_CARD_TRUSTSTORE",
                store().toString(),
                "VISIO_CARD_TRUSTSTORE_PASSWORD",
                TestAuthority.PASSWORD,
                "VISIO_CARD_CRL",
                Files.write(directory.resolve("cards.crl"), AUTHORITY.list()).toString()));
    }

    @Test
    void findsNothingWrongWithWhatTheSheetMakes() throws Exception {
        var file = Files.writeString(
                directory.resolve("visio.env"),
                site.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("\n")));

        var said = says(0, List.of("--card-trust", file.toString()), Map.of(), Locale.FRENCH, 0);

        assertThat(said)
                .contains(
                        "OK    VISIO_CARD_TRUSTSTORE | " + store() + " s’ouvre ; certificats : 2.",
                        "OK    AC RACINE IGC-SANTE FORT | Racine. Valable du ",
                        "OK    " + ISSUER + " | Délivre des cartes admises. Valable du ",
                        "Certificats révoqués : 0.",
                        "Rien à corriger.")
                .doesNotContain("FAIL", "WARN", TestAuthority.PASSWORD, KEY, "{", "\u00a0");
        assertThat(fingerprints(said)).hasSize(2).isSubsetOf(fingerprints(printed));
        assertThat(english(0)).contains("Issues cards that are accepted. Valid from ", "Nothing to correct.");
    }

    @Test
    void saysWhatIsWrongWithTheTruststore() throws Exception {
        site.put("VISIO_CARD_TRUSTSTORE_PASSWORD", "autre");
        assertThat(says(2)).contains("FAIL  VISIO_CARD_TRUSTSTORE_PASSWORD | ").doesNotContain("autre");
        site.put("VISIO_CARD_TRUSTSTORE", directory.resolve("cards.crl").toString());
        assertThat(says(2)).contains("n’est pas un magasin PKCS12");
        site.remove("VISIO_CARD_TRUSTSTORE");
        assertThat(says(2)).contains("FAIL  VISIO_CARD_TRUSTSTORE | La variable manque.");
        site.put("VISIO_CARD_TRUSTSTORE", "/nulle/part");
        assertThat(says(2)).contains("FAIL  VISIO_CARD_TRUSTSTORE: wants a key store");
    }

    @Test
    void saysWhatIsMissingInTheTruststoreAndWhatIsNotFit() throws Exception {
        site.put("VISIO_CARD_ISSUERS", "AC IGC-SANTE STANDARD PERSONNES");
        assertThat(says(2))
                .contains(
                        "FAIL  VISIO_CARD_ISSUERS | Aucune autorité du magasin ne s’appelle AC IGC-SANTE STANDARD",
                        "OK    " + ISSUER + " | Autorité dont les cartes ne sont pas admises.");
        site.remove("VISIO_CARD_ISSUERS");

        var tests = TestAuthority.quick();
        site.put(
                "VISIO_CARD_TRUSTSTORE",
                tests.trustStore(directory.resolve("tests.p12")).toString());
        assertThat(says(2)).contains("FAIL  VISIO_CARD_TRUSTSTORE | Aucune autorité « AC IGC-SANTE");

        Files.write(
                directory.resolve("card.cer"),
                AUTHORITY.card("899700735741").certificate().getEncoded());
        run("cp \"$MAGASIN\" other.p12\n"
                + "keytool -delete -alias ACR-FO -keystore other.p12 -storepass:env MAGASIN_PASSWORD\n"
                + "keytool -importcert -noprompt -alias card -file card.cer -keystore other.p12"
                + " -storepass:env MAGASIN_PASSWORD");
        site.put("VISIO_CARD_TRUSTSTORE", directory.resolve("other.p12").toString());
        assertThat(says(1))
                .contains(
                        "WARN  " + ISSUER + " | L’autorité qui la certifie n’est pas dans le magasin : CN=AC RACINE",
                        "pas celui d’une autorité",
                        "À corriger : 0. À surveiller : 2.");
    }

    @Test
    void looksAtTheDates() throws Exception {
        site.put("VISIO_CARD_CRL_STALE", "PT90000H");

        // The authorities are made for ten years, the list for a week.
        assertThat(says(1, 3640)).contains("WARN  " + ISSUER + " | Valable jusqu’au ");
        assertThat(says(2, 3660)).contains("FAIL  " + ISSUER + " | Périmée depuis le ");
        assertThat(says(1, 8)).contains("WARN  file://", " | Liste périmée de CN=" + ISSUER);
        site.put("VISIO_CARD_CRL_STALE", "PT1H");
        assertThat(says(2, 8)).contains("FAIL  file://", " | Liste périmée de CN=" + ISSUER);
    }

    @Test
    void triesHowACardWouldBeKnownToBeRevoked() throws Exception {
        site.put("VISIO_CARD_CRL", directory.resolve("absent.crl").toString());
        assertThat(says(2))
                .contains("absent.crl | Aucune liste : ", "FAIL  VISIO_CARD_CRL | Aucune liste de " + ISSUER);
        site.remove("VISIO_CARD_CRL");
        assertThat(says(2)).contains("FAIL  VISIO_CARD_CRL | Ni liste ni répondeur");

        site.put("VISIO_CARD_OCSP", "certificate");
        assertThat(says(0)).contains("-     VISIO_CARD_OCSP | Le répondeur est celui que nomme chaque carte");
        try (var web = new TestResponder(AUTHORITY)) {
            site.put("VISIO_CARD_OCSP", web.ocsp().toString());
            assertThat(says(0)).contains("OK    " + web.ocsp() + " | Le répondeur répond.");
            site.put("VISIO_CARD_CRL", web.list().toString());
            assertThat(says(0)).contains("OK    " + web.list() + " | Liste de CN=" + ISSUER);
            site.put("VISIO_CARD_OCSP", web.ocsp().resolve("/nothing").toString());
            assertThat(says(2))
                    .contains("FAIL  " + web.ocsp().resolve("/nothing") + " | Pas de réponse : ", "HTTP 404");
        }
        site.remove("VISIO_CARD_CRL");
        assertThat(english(2)).contains(" | No answer: ");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(says(2, List.of("--card-trust", "-h"), site, Locale.FRENCH, 0))
                .contains("--card-trust [FILE]");
        assertThat(says(2, List.of("--card-trust", "/nulle/part.env"), site, Locale.FRENCH, 0))
                .contains("no such file");
    }

    private String says(int exit) {
        return says(exit, 0);
    }

    private String says(int exit, int daysFromNow) {
        return says(exit, List.of("--card-trust"), site, Locale.FRENCH, daysFromNow);
    }

    private String english(int exit) {
        return says(exit, List.of("--card-trust"), site, Locale.ENGLISH, 0);
    }

    private static String says(
            int exit, List<String> arguments, Map<String, String> site, Locale language, int daysFromNow) {
        var out = new ByteArrayOutputStream();
        var clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(daysFromNow));
        var command = new CardTrustCommand(new PrintStream(out, true, StandardCharsets.UTF_8), clock, language);
        var ended = command.run(arguments, site);
        var said = out.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(said).isEqualTo(exit);
        return said;
    }

    private static Path store() {
        return directory.resolve("cartes.p12");
    }

    private static List<String> fingerprints(String text) {
        var found = Pattern.compile("([0-9A-F]{2}:){31}[0-9A-F]{2}").matcher(text);
        var all = new ArrayList<String>();
        while (found.find()) {
            all.add(found.group());
        }
        return all;
    }

    private static String block(String name) throws Exception {
        var sheet = Files.readString(Path.of("src/release/cartes/LISEZMOI.md"));
        var block = Pattern.compile("(?ms)^```sh id=" + name + "\\n(.*?)^```$").matcher(sheet);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    /** As an administrator does, in the directory of the files. */
    private static String run(String commands) throws Exception {
        var shell = new ProcessBuilder("sh", "-euc", commands)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        shell.environment().put("MAGASIN", store().toString());
        shell.environment().put("MAGASIN_PASSWORD", TestAuthority.PASSWORD);
        shell.environment()
                .merge(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin").toString(),
                        (path, bin) -> bin + ":" + path);
        var started = shell.start();
        var said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).as(said).isZero();
        return said;
    }
}
