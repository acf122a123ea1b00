package fr.predice.visio.platform.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.predice.visio.stack.BriefJava;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.OvhStandIn;
import fr.predice.visio.support.SmtpStandIn;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestCertificate;
import fr.predice.visio.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The command as an administrator types it, with the settings of a server that runs. */
@ResourceLock("Trail")
@ExtendWith(StackExtension.class)
class CheckCommandIT {
    private static final String DRIVER = "target/server-content/modules/org/postgresql/main/postgresql.jar";

    private static Stack stack;

    @TempDir
    private Path directory;

    private Map<String, String> settings;

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
    }

    @BeforeEach
    void takeSettings() {
        settings = new HashMap<>(stack.settings());
    }

    @Test
    void findsNothingWrongWithAServerThatRuns() throws Exception {
        var said = check(0, "--connect", DRIVER);

        assertThat(said)
                .contains(
                        "VISIO_TLS_KEYSTORE: the certificate is valid until",
                        "VISIO_DB_URL: open to visio_app",
                        "VISIO_DB_URL: open to visio_owner",
                        "Nothing is wrong.");
        settings.entrySet().stream()
                .filter(setting -> setting.getKey().matches(".*(PEPPER|KEY|SECRET|PASSWORD)"))
                .forEach(secret -> assertThat(said).doesNotContain(secret.getValue()));
    }

    @Test
    void verifiesAServerThatRuns() throws Exception {
        var report = directory.resolve("report.txt");
        var trusted =
                trusting(Path.of(settings.get("VISIO_TLS_KEYSTORE")), settings.get("VISIO_TLS_KEYSTORE_PASSWORD"));

        var said = verify(stack.relays() ? 0 : 1, trusted, "--report", report.toString());

        assertThat(said)
                .contains("OK    WebSocket à travers le proxy | ", "OK    En-têtes de sécurité | ", "OK    Cookies")
                .contains("OK    Droits du rôle", "OK    Journal d’audit | ", "OK    Horloges de l’adresse publique")
                .contains("Rien à corriger.")
                .doesNotContain("FAIL", settings.get("VISIO_DB_PASSWORD"));
        assertThat(said).isEqualTo(Files.readString(report));
        if (stack.relays()) {
            assertThat(said.lines().filter(line -> line.startsWith("OK    Relais")))
                    .hasSize(3);
        }
    }

    @Test
    void saysWhatAServerLacks() throws Exception {
        var certificate = TestCertificate.of("dns:localhost");
        var trusted = trusting(certificate.keyStore(), TestCertificate.PASSWORD);
        try (var mail = SmtpStandIn.start(certificate);
                var ovh = OvhStandIn.start()) {
            settings.putAll(mail.settings());
            settings.putAll(ovh.settings());
            settings.put("VISIO_TURN_SECRET", "another-secret-than-that-of-coturn");

            var said = new String[1];
            withWideRights(
                    () -> said[0] = verify(2, trusted, "--mail-to", "it@example.org", "--sms-to", "06 12 34 56 78"));

            assertThat(said[0])
                    .contains(
                            "OK    Envoi de mails | ",
                            "OK    Envoi de SMS | OVH répond",
                            "OK    --mail-to | ",
                            "OK    --sms-to | ")
                    .contains("FAIL  Droits du rôle de l’application | Il peut changer", "FAIL  Journal d’audit | ")
                    .contains("      > Retirez-lui UPDATE, DELETE et TRUNCATE")
                    .contains("À corriger : ");
            assertThat(mail.to("it@example.org")).hasSize(1);
            assertThat(ovh.to("+33612345678")).singleElement().asString().contains("SMS d'essai");
            if (stack.relays()) {
                assertThat(said[0]).contains("mais refuse nos identifiants", "Java du serveur refuse son certificat");
            }

            settings.put("VISIO_SMTP_PASSWORD", "faux");
            settings.put("VISIO_PUBLIC_URL", "http://127.0.0.1:1");
            assertThat(verify(2, trusted, "--sms-to", "01 42 68 53 00"))
                    .contains(
                            "FAIL  --sms-to | no mobile of VISIO_PHONE_REGIONS=FR",
                            "FAIL  Envoi de mails | ",
                            "WARN  En-têtes de sécurité | ")
                    .doesNotContain("faux");
        }
        settings.remove("VISIO_PEPPER");
        assertThat(verify(2, List.of())).contains("FAIL  VISIO_PEPPER: is required and missing");
    }

    private interface Deed {
        void run() throws Exception;
    }

    /** Meanwhile the application's role may what only the owner should, and the owner may not. */
    private static void withWideRights(Deed deed) throws Exception {
        var tables = new Tables(stack);
        tables.execute("GRANT CREATE ON SCHEMA visio TO visio_app");
        tables.execute("GRANT UPDATE ON audit_event TO visio_app");
        tables.execute("REVOKE CREATE ON SCHEMA visio FROM visio_owner");
        try {
            deed.run();
        } finally {
            tables.execute("GRANT CREATE ON SCHEMA visio TO visio_owner");
            tables.execute("REVOKE UPDATE ON audit_event FROM visio_app");
            tables.execute("REVOKE CREATE ON SCHEMA visio FROM visio_app");
        }
    }

    private static List<String> trusting(Path keyStore, String password) {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + keyStore.toAbsolutePath(),
                "-Djavax.net.ssl.trustStorePassword=" + password);
    }

    private String verify(int exit, List<String> java, String... options) throws IOException, InterruptedException {
        var file = Files.writeString(directory.resolve("site.env"), lines());
        var arguments = new ArrayList<>(List.of("--verify", "target/server"));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        return run(exit, List.of(), java, Path.of("target/visio-securisee.war"), arguments.toArray(String[]::new));
    }

    @Test
    void isServedToNoBrowser() {
        var visitor = new Visitor(stack.address());
        for (var folder : List.of("/META-INF/versions/17", "/WEB-INF/classes", "")) {
            assertThat(visitor.get(folder + "/fr/predice/visio/platform/check/Launcher.class")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws Exception {
        settings.put("VISIO_SMS_PER_DAY", "beaucoup");
        settings.remove("VISIO_PEPPER");
        settings.put("VISIO_PEPER", "oublié");

        assertThat(check(1))
                .contains("warning  VISIO_PEPER: no such setting; the nearest is VISIO_PEPPER")
                .contains("wrong    VISIO_PEPPER: is required and missing")
                .contains("wrong    VISIO_SMS_PER_DAY: wants a whole number above zero")
                .contains("2 wrong.")
                .doesNotContain("oublié");
    }

    @Test
    void asksTheDatabaseWhoTheRolesAre() throws Exception {
        settings.put("VISIO_DB_PASSWORD", "faux");
        assertThat(check(1, "--connect", DRIVER))
                .contains("wrong    VISIO_DB_PASSWORD: as visio_app: ")
                .doesNotContain("faux");

        settings.put("VISIO_DB_PASSWORD", stack.settings().get("VISIO_DB_PASSWORD"));
        withWideRights(() -> assertThat(check(1, "--connect", DRIVER))
                .contains("VISIO_DB_USER: visio_app can create tables")
                .contains("VISIO_DB_USER: visio_app can rewrite the audit trail")
                .contains("VISIO_DB_OWNER_USER: visio_owner cannot create tables"));

        settings.put("VISIO_DB_URL", "jdbc:postgresql://127.0.0.1:1/visio");
        assertThat(check(1, "--connect", DRIVER)).contains("wrong    VISIO_DB_URL: as visio_owner: ");
    }

    /** Under a name of its own a role would keep what rights.sql takes from it at each start. */
    @Test
    void knowsTheRolesByTheirNamesAlone() throws Exception {
        settings.put("VISIO_DB_USER", "visio_chu");
        settings.put("VISIO_DB_OWNER_USER", "postgres");

        assertThat(check(1))
                .contains("wrong    VISIO_DB_USER: wants visio_app, the name that sql/roles.sql gives")
                .contains("wrong    VISIO_DB_OWNER_USER: wants visio_owner, the name that sql/roles.sql gives");
    }

    @Test
    void saysWhoMayReadTheFile() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "root alone can be somebody else: left out");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var war = Files.copy(Path.of("target/visio-securisee.war"), directory.resolve("visio.war"));
        var file = directory.resolve("visio.env");
        Files.writeString(
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                lines());

        assertThat(run(1, List.of("runuser", "-u", "nobody", "--"), war, "--check", file.toString()))
                .contains("visio.env: nobody may not read it; run this as root")
                .doesNotContain("Exception");
        assertThat(run(1, List.of(), war)).contains("java -jar visio-securisee.war --check");
        assertThat(run(1, List.of(), war, "--check", "/nulle/part")).contains("wrong    /nulle/part: no such file");
        assertThat(run(2, List.of(), war, "--card-trust", "/nulle/part")).contains("FAIL  /nulle/part: no such file");
    }

    private String check(int exit, String... options) throws IOException, InterruptedException {
        var file = Files.writeString(directory.resolve("site.env"), lines());
        var arguments = new ArrayList<>(List.of("--check"));
        arguments.addAll(List.of(options));
        arguments.add(file.toString());
        return run(exit, List.of(), Path.of("target/visio-securisee.war"), arguments.toArray(String[]::new));
    }

    private String lines() {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=\"" + setting.getValue() + "\"\n")
                .collect(Collectors.joining());
    }

    private static String run(int exit, List<String> as, Path war, String... arguments)
            throws IOException, InterruptedException {
        return run(exit, as, List.of(), war, arguments);
    }

    private static String run(int exit, List<String> as, List<String> options, Path war, String... arguments)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                        as,
                        List.of(java),
                        BriefJava.OPTIONS,
                        options,
                        List.of("-jar", war.toString()),
                        List.of(arguments))
                .flatMap(List::stream)
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LANG", "C.UTF-8");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isEqualTo(exit);
        return said;
    }
}
