package fr.predice.visio.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.account.ProfessionalNumber;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hospital's list: looked at first, imported once, and by nobody else. */
@Order(3)
@ExtendWith(StackExtension.class)
class ImportIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final String TITLES = "nom;prenom;profession;numero;etablissement;ville;finess;mail;portable\r\n";
    private static final Pattern PASSWORD = Pattern.compile("(?m)^((?:[a-z2-9]{4}-){3}[a-z2-9]{4})$");
    private static final Pattern IDENTIFIER = Pattern.compile("(?m)^(camille\\.\\S+)$");

    private static Stack stack;
    private static Tables tables;
    private static Visitor admin;

    private final int start = ThreadLocalRandom.current().nextInt(20_000_000, 80_000_000);
    private final String domain = "liste" + start + ".example.org";

    @BeforeAll
    static void signIn(Stack started) {
        stack = started;
        tables = new Tables(started);
        admin = new Portal(stack.address())
                .signInToAdministrate(TestAccount.openAdministrator(stack))
                .visitor();
    }

    @Test
    void opensWhatIsGoodExplainsWhatIsNotAndNothingTwice() {
        var file = listWithTwentyFaults().getBytes(Charset.forName("windows-1252"));

        var checked = send(file);
        var asOften = send(file);

        var report = admin.get(checked).body();
        assertThat(report).contains("180 lignes peuvent être importées, 20 sont à corriger");
        assertThat(Pattern.compile(">Ligne \\d+<").matcher(report).results()).hasSize(20);
        assertThat(report)
                .contains(
                        "Le nom manque.",
                        "Le nom contient autre chose",
                        "Le prénom manque.",
                        "La profession manque.",
                        "La profession est trop longue",
                        "Le numéro RPPS ou ADELI manque.",
                        "Ce n’est pas un numéro RPPS",
                        "Un compte existe déjà avec ce numéro",
                        "La ligne 100 porte le même numéro.",
                        "L’établissement manque.",
                        "La ville manque.",
                        "Ce n’est pas un numéro FINESS.",
                        "L’adresse mail manque.",
                        "L’adresse mail est incomplète.",
                        "Un compte existe déjà avec cette adresse mail",
                        "La ligne 101 porte la même adresse mail.",
                        "Le numéro de portable manque.",
                        "Ce n’est pas un numéro de portable.",
                        "Ce service n’envoie pas de SMS vers ce pays.");
        assertThat(opened()).isZero();

        start(checked, report);
        start(checked, report);
        await().pollInterval(LOOK)
                .atMost(PATIENCE)
                .until(() -> admin.get(checked).body().contains("180 sur 180 comptes ouverts"));
        assertThat(opened()).isEqualTo(180);
        assertThat(mailed()).isEqualTo(180);
        assertThat(tables.count("SELECT count(*) FROM enrolment_line WHERE state = 'OPENED' AND mail IS NOT NULL"))
                .isZero();

        start(asOften, admin.get(asOften).body());
        await().pollInterval(LOOK)
                .atMost(PATIENCE)
                .until(() -> admin.get(asOften).body().contains("Import terminé"));
        assertThat(admin.get(send(file)).body())
                .contains("Aucune ligne ne peut être importée, 200 sont à corriger.")
                .doesNotContain("id=\"start\"");
        assertThat(opened()).isEqualTo(180);
        assertThat(mailed()).isEqualTo(180);
        assertThat(tables.count("SELECT count(*) FROM establishment WHERE name = 'Maison " + start + "'"))
                .isEqualTo(1);
    }

    @Test
    void givesEachPersonWhatTheySignInWith() {
        var mail = "camille@" + domain;
        var report = send((TITLES + line(0).replaceFirst(";[^;]+@[^;]+;", ";" + mail + ";")).getBytes());

        start(report, admin.get(report).body());

        var initial = Inbox.of(stack.address()).newest(mail, PASSWORD);
        var identifier = Inbox.of(stack.address()).newest(mail, IDENTIFIER);
        var portal = new Portal(stack.address());
        portal.givePassword(identifier, initial, "SMS");
        var mobile = tables.texts("SELECT mobile FROM account WHERE mail = '" + mail + "'")
                .get(0);
        assertThat(portal.giveCode(Inbox.of(stack.address()).codeFor(mobile))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/nouveau-mot-de-passe"));
        assertThat(tables.texts("SELECT action FROM audit_event e JOIN account a ON a.id::text = e.subject"
                        + " WHERE a.mail = '" + mail + "'"))
                .containsExactly("ACCOUNT_OPENED");
    }

    @Test
    void saysWhyAFileIsNoList() throws Exception {
        assertThat(refusal(new byte[0])).contains("Ce fichier ne contient aucune personne");
        assertThat(refusal("PK\u0003\u0004".getBytes())).contains("Ce n’est pas un fichier CSV");
        assertThat(refusal((TITLES + "\"x").getBytes())).contains("un guillemet n’est sans doute pas fermé");
        assertThat(refusal("nom;prenom\nRoux;Paul".getBytes()))
                .contains("Il manque des colonnes dans ce fichier : profession, numero, etablissement, ville");
        assertThat(refusal("x".repeat(101_000).getBytes())).contains("Ce fichier est trop grand");
        assertThat(admin.get("/admin/import?refus=no_column&colonnes=Appelez,ville")
                        .body())
                .contains("dans ce fichier : ville. Ajoutez");
        assertThat(admin.get("/admin/import?refus=%3Cb%3E").body()).doesNotContain("<b>");
    }

    @Test
    void takesAListFromAdministratorsAlone() throws Exception {
        var file = (TITLES + line(0)).getBytes(StandardCharsets.UTF_8);
        var report = send(file);
        var page = admin.get(report).body();
        var support = new Portal(stack.address())
                .signInToSupport(TestAccount.openSupport(stack))
                .visitor();
        var organizer =
                new Portal(stack.address()).signIn(TestAccount.open(stack)).visitor();

        for (var other : List.of(support, organizer)) {
            assertThat(other.get("/admin/import").statusCode()).isEqualTo(403);
            assertThat(other.get(report).statusCode()).isEqualTo(403);
            assertThat(other.upload("/admin/import/liste", "liste", file).statusCode())
                    .isEqualTo(403);
            assertThat(start(other, report, page).statusCode()).isEqualTo(403);
        }
        var nobody = new Visitor(stack.address());
        assertThat(nobody.upload("/admin/import/liste", "liste", file).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/admin/connexion"));
        assertThat(admin.upload("/admin/import/liste", "liste", file, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.upload("/admin/import/liste", "other", file).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("refus=empty"));
        assertThat(admin.get("/admin/import?id=" + new UUID(0, 0)).statusCode()).isEqualTo(404);
        assertThat(opened()).isZero();
        assertThat(Files.readString(stack.serverLog())).doesNotContain(domain);
    }

    private String refusal(byte[] file) {
        var answer = admin.upload("/admin/import/liste", "liste", file);
        return admin.get(location(answer)).body();
    }

    private static String send(byte[] file) {
        var to = location(admin.upload("/admin/import/liste", "liste", file));
        assertThat(to).contains("/admin/import?id=");
        return to;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.statusCode()));
    }

    private static void start(String report, String page) {
        start(admin, report, page);
    }

    private static HttpResponse<String> start(Visitor visitor, String report, String page) {
        return visitor.submit(report, page, "importing", "start", Map.of());
    }

    private int opened() {
        return tables.count("SELECT count(*) FROM account WHERE mail LIKE '%@" + domain + "'");
    }

    private int mailed() {
        return tables.count("SELECT count(*) FROM outgoing_message m JOIN account a ON a.id = m.about"
                + " WHERE a.mail LIKE '%@" + domain + "'");
    }

    /** Two hundred lines after the titles; the faults are in the last twenty. */
    private String listWithTwentyFaults() {
        var known = TestAccount.open(stack);
        var taken = number(500);
        known.with(stack, "professional_number = '" + taken + "'");
        var lines = new ArrayList<>(IntStream.range(0, 180).mapToObj(this::line).toList());
        var changes = List.of(
                change(0, ""),
                change(0, "Roux 2"),
                change(1, ""),
                change(2, ""),
                change(2, "x".repeat(81)),
                change(3, ""),
                change(3, "10002813838"),
                change(3, taken),
                change(3, number(98)),
                change(4, ""),
                change(5, ""),
                change(6, "800000000"),
                change(7, ""),
                change(7, "camille@"),
                change(7, known.mail()),
                change(7, mail(99)),
                change(8, ""),
                change(8, "03 22 80 31 70"),
                change(8, "+32 470 12 34 56"),
                change(8, "12"));
        changes.forEach(change -> lines.add(change.of(line(lines.size()))));
        return TITLES + String.join("", lines);
    }

    private record Change(int column, String value) {
        String of(String line) {
            var cells = line.split(";", -1);
            cells[column] = value + (column == 8 ? "\r\n" : "");
            return String.join(";", cells);
        }
    }

    private static Change change(int column, String value) {
        return new Change(column, value);
    }

    private String line(int person) {
        return String.join(
                        ";",
                        "Roux",
                        "Camille",
                        "Infirmière",
                        number(person),
                        "Maison " + start,
                        "Amiens",
                        "",
                        mail(person),
                        "06 12 34 56 78")
                + "\r\n";
    }

    private String mail(int person) {
        return "personne" + person + "@" + domain;
    }

    private String number(int person) {
        return IntStream.range(0, 10)
                .mapToObj(check -> "10" + (start + person) + check)
                .filter(digits -> ProfessionalNumber.read(digits).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
