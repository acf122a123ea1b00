package fr.predice.visio.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.BrokenTable;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The trail as an administrator searches, exports and verifies it, and as nobody else does. */
@ResourceLock("Trail")
@ExtendWith(StackExtension.class)
class JournalIT {
    private static final String PAGE = "/admin/journal";
    private static final String CHECK = "/admin/journal/verification";
    private static final String EVENT = """
            INSERT INTO audit_event (at, action, actor, subject, address, result)
            VALUES (now() - interval '%s days', '%s', '%s', '%s', '%s', '%s')""";

    /** The newest event that has a seal already. */
    private static final String SEALED = """
            SELECT coalesce(max(id), 0) FROM audit_event e
            WHERE NOT EXISTS (SELECT FROM audit_unsealed u WHERE u.id = e.id)""";

    private static Stack stack;
    private static Tables tables;

    private final TestAccount admin = TestAccount.openAdministrator(stack);
    private final TestAccount someone = TestAccount.open(stack);
    private final String someoneId = id(someone);
    private final String address = "203.0.113." + (System.nanoTime() % 250 + 1);

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
        tables = new Tables(started);
    }

    @Test
    void findsWhoDidWhatWhenAndFromWhere() throws Exception {
        write(3, "SIGNED_IN", someoneId, "PASSWORD_AND_CODE", address, "DONE");
        write(1, "CANCELLED", someoneId, UUID.randomUUID().toString(), "-", "DONE");
        write(0, "PASSWORD_REFUSED", "-", "-", address, "REFUSED");
        write(0, "DEED_OF_TOMORROW", someoneId, "CARD.OF_TOMORROW", "-", "DONE");
        var visitor = administrate();

        var theirs = follow(
                visitor,
                search(visitor, Map.of("person", " " + someone.identifier().toUpperCase())));
        assertThat(theirs).contains("Connexion", "Invitation annulée", "mot de passe et code", "Camille Martin");
        // After a return to this version there are words that only the newer one knows.
        assertThat(theirs).contains("<strong>DEED_OF_TOMORROW", "CARD.OF_TOMORROW");
        assertThat(theirs.indexOf("<strong>Invitation annulée")).isLessThan(theirs.indexOf("<strong>Connexion"));
        assertThat(theirs).doesNotContain("<strong>Mot de passe refusé");

        var refused = follow(visitor, search(visitor, Map.of("address", address, "result", "REFUSED")));
        assertThat(refused).contains("<strong>Mot de passe refusé", "Sans compte");
        assertThat(refused).doesNotContain("<strong>Connexion");

        var day = tables.texts("SELECT to_char((now() - interval '3 days') AT TIME ZONE 'Europe/Paris', 'DD/MM/YYYY')")
                .get(0);
        var thatDay = follow(visitor, search(visitor, Map.of("from", day, "until", day, "person", someoneId)));
        assertThat(thatDay).contains("<strong>Connexion").doesNotContain("<strong>Invitation annulée");

        var none = follow(visitor, search(visitor, Map.of("deed", "SEAT_FREED", "person", someoneId)));
        assertThat(none).contains("Aucun événement ne correspond").doesNotContain("Exporter en CSV");

        assertThat(Files.readString(stack.accessLog())).doesNotContain(someone.identifier(), address);
    }

    @Test
    void saysWhatToMendInASearch() {
        var visitor = administrate();

        assertThat(search(visitor, Map.of("person", "personne.nulle")).body())
                .contains("Personne n’a cet identifiant", "personne.nulle");
        assertThat(search(visitor, Map.of("address", "198.51.100.254")).body())
                .contains("Rien n’est venu de cette adresse", "198.51.100.254");
        assertThat(search(visitor, Map.of("from", "hier")).body()).contains("Écrivez une date", "hier");
        assertThat(search(visitor, Map.of("from", "2026-11-02", "until", "2026-11-01"))
                        .body())
                .contains("Ce jour est avant le premier");
        assertThat(visitor.get(PAGE + "?du=x&personne=1&origine=999999999&action=NONE&avant=z")
                        .body())
                .contains("Aucun événement ne correspond");
    }

    @Test
    void turnsPagesWithoutLosingOrRepeatingALine() {
        for (var event = 0; event < 120; event++) {
            write(0, "INVITED", someoneId, "event" + event, "-", "DONE");
        }
        var visitor = administrate();
        var first = visitor.get(PAGE + "?personne=" + someoneId).body();
        var second = visitor.get(older(first)).body();
        write(0, "INVITED", someoneId, "meanwhile", "-", "DONE");
        var third = visitor.get(older(second)).body();

        assertThat(first).contains(">event119<", ">event70<").doesNotContain(">event69<");
        assertThat(second).contains(">event69<", ">event20<").doesNotContain(">event19<", "meanwhile");
        assertThat(third).contains(">event19<", ">event0<", "Revenir aux plus récents");
        assertThat(third).doesNotContain("Voir les plus anciens", "meanwhile");
    }

    @Test
    void exportsWhatWasSearchedForAndSaysWhoDid() {
        write(2, "SIGNED_IN", someoneId, "PASSWORD_AND_CODE", address, "DONE");
        write(0, "CANCELLED", someoneId, "=cmd|' /C calc'!A0", address, "DONE");
        write(0, "INVITED", id(admin), "somebody else", address, "DONE");
        var visitor = administrate();
        var page = visitor.get(PAGE + "?personne=" + someoneId).body();

        var file = visitor.submit(PAGE, page, "export", "csv", Map.of());

        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        name -> assertThat(name).matches("attachment; filename=\"journal-[-0-9]{10}\\.csv\""));
        assertThat(file.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        var rows = file.body().split("\r\n");
        assertThat(rows[0])
                .isEqualTo("\ufeff\"Numéro\";\"Quand\";\"Action\";\"Qui\";\"Identifiant\";\"Compte\";"
                        + "\"À propos de\";\"Adresse réseau\";\"Résultat\"");
        assertThat(rows[1])
                .contains(";\"Journal exporté\";\"Camille Martin\";\"" + admin.identifier() + "\";\"" + id(admin)
                        + "\";\"Camille Martin (" + someone.identifier() + ")\";")
                .endsWith(";\"Fait\"");
        assertThat(rows[2])
                .endsWith(";\"Invitation annulée\";\"Camille Martin\";\"" + someone.identifier() + "\";\"" + someoneId
                        + "\";\"'=cmd|' /C calc'!A0\";\"" + address + "\";\"Fait\"");
        assertThat(rows[3]).contains("\"mot de passe et code\"");
        assertThat(rows).hasSize(4);
    }

    @Test
    void verifiesTheTrailAndSaysInWordsWhatIsWrong() {
        write(0, "INVITED", someoneId, "-", address, "DONE");
        var altered = await().atMost(Duration.ofSeconds(90)).until(() -> tables.count(SEALED), id -> id > 0);
        var from = tables.texts("SELECT address FROM audit_event WHERE id = " + altered)
                .get(0);
        var visitor = administrate();
        assertThat(verify(visitor)).contains("Le journal est intact", "scellé").doesNotContain("n’est plus tel");

        tables.execute("UPDATE audit_event SET address = '198.51.100.1' WHERE id = " + altered);
        try {
            assertThat(verify(visitor))
                    .contains("Le journal n’est plus tel qu’il a été écrit", "a été changé parmi", "Ne corrigez rien")
                    .containsPattern("parmi [-0-9, ]+, couverts par le scellé n°\u00a0[0-9]+ du ");
        } finally {
            tables.execute("UPDATE audit_event SET address = '" + from + "' WHERE id = " + altered);
        }
        assertThat(verify(visitor)).contains("Le journal est intact");
        assertThat(tables.texts("SELECT subject FROM audit_event WHERE action = 'TRAIL_VERIFIED' AND actor = '"
                        + id(admin) + "' ORDER BY id"))
                .containsExactly("SOUND", "FAULTY", "SOUND");

        try (var away = BrokenTable.of(stack, "audit_seal_signature")) {
            assertThat(verify(visitor)).contains("Le journal n’a pas pu être lu");
        }
    }

    @Test
    void opensToAdministratorsAlone() {
        var visitor = administrate();
        var page = visitor.get(PAGE).body();
        var check = visitor.get(CHECK).body();
        var organizer = signedIn("ORGANIZER");
        var support = signedIn("SUPPORT");

        for (var path : List.of(PAGE, PAGE + "?personne=" + someoneId, CHECK)) {
            assertThat(new Visitor(stack.address()).get(path).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).contains("/admin/connexion"));
            assertThat(organizer.get(path).statusCode()).isEqualTo(403);
            assertThat(support.get(path).statusCode()).isEqualTo(403);
        }
        var exports = tables.count("SELECT count(*) FROM audit_event WHERE action = 'TRAIL_EXPORTED'");
        for (var intruder : List.of(new Visitor(stack.address()), organizer, support)) {
            var export = intruder.submit(PAGE, page, "export", "csv", Map.of());
            assertThat(export.statusCode()).isIn(302, 403);
            assertThat(export.body()).doesNotContain("Numéro");
            assertThat(intruder.submit(CHECK, check, "check", "verify", Map.of())
                            .statusCode())
                    .isIn(302, 403);
        }
        assertThat(tables.count("SELECT count(*) FROM audit_event WHERE action = 'TRAIL_EXPORTED'"))
                .isEqualTo(exports);
        var foreign = visitor.post(
                PAGE, Visitor.filled(page, "export", "csv", Map.of()), "Origin", "https://elsewhere.example.org");
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    private Visitor administrate() {
        return new Portal(stack.address()).signInToAdministrate(admin).visitor();
    }

    private Visitor signedIn(String role) {
        var account = TestAccount.open(stack);
        tables.execute("UPDATE account SET role = '" + role + "' WHERE identifier = '" + account.identifier() + "'");
        var portal = new Portal(stack.address());
        portal.givePassword(
                role.equals("SUPPORT") ? "/admin/connexion" : "/connexion",
                account.identifier(),
                Portal.PASSWORD,
                "SMS");
        assertThat(portal.giveCode(Inbox.of(stack.address()).codeFor(account.mobile()))
                        .statusCode())
                .isEqualTo(302);
        return portal.visitor();
    }

    /** The form as a browser sends it, all of its fields. */
    private static HttpResponse<String> search(Visitor visitor, Map<String, String> fields) {
        var all = new HashMap<>(Map.of("from", "", "until", "", "result", "", "deed", "", "person", "", "address", ""));
        all.putAll(fields);
        return visitor.submit(PAGE, visitor.get(PAGE).body(), "search", "find", all);
    }

    private static String follow(Visitor visitor, HttpResponse<String> answer) {
        var to = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        return visitor.get(to).body();
    }

    private static String older(String page) {
        var end = page.lastIndexOf("\">" + Tongue.FRENCH.of("journal", "journal.older"));
        return page.substring(page.lastIndexOf("href=\"", end) + 6, end).replace("&amp;", "&");
    }

    private static String verify(Visitor visitor) {
        return visitor.submit(CHECK, visitor.get(CHECK).body(), "check", "verify", Map.of())
                .body();
    }

    private static void write(int daysAgo, String... event) {
        tables.execute(EVENT.formatted(daysAgo, event[0], event[1], event[2].replace("'", "''"), event[3], event[4]));
    }

    private static String id(TestAccount account) {
        return tables.texts("SELECT id::text FROM account WHERE identifier = '" + account.identifier() + "'")
                .get(0);
    }
}
