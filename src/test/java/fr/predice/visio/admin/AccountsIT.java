package fr.predice.visio.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.NewcomersForm;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators and support do with accounts, and what they do not get by trying. */
@ExtendWith(StackExtension.class)
class AccountsIT {
    private static final Pattern PASSWORD = Pattern.compile("(?m)^((?:[a-z2-9]{4}-){3}[a-z2-9]{4})$");
    private static final String ACTIVE = "SELECT active::text FROM account WHERE identifier = '%s'";
    private static final String DEEDS = "SELECT action FROM audit_event WHERE subject = '%s' ORDER BY id";

    private static Stack stack;
    private static Tables tables;
    private static Inbox inbox;
    private static TestAccount administrator;
    private static Visitor admin;
    private static Visitor support;

    private final TestAccount person = TestAccount.open(stack);
    private final UUID id = person.id(stack);

    @BeforeAll
    static void signIn(Stack started) {
        stack = started;
        tables = new Tables(started);
        inbox = Inbox.of(started.address());
        administrator = TestAccount.openAdministrator(stack);
        admin = new Portal(stack.address()).signInToAdministrate(administrator).visitor();
        support = new Portal(stack.address())
                .signInToSupport(TestAccount.openSupport(stack))
                .visitor();
    }

    @Test
    void findsAnAccountByWhatIsKnownOfIt() throws Exception {
        var newcomer = NewcomersForm.of("Zoé", "Zébulon");
        var establishment = UUID.randomUUID();
        tables.execute("INSERT INTO establishment VALUES ('" + establishment + "', 'Foyer " + newcomer.number()
                + "', 'Péronne', NULL, now())");
        person.with(
                stack,
                "display_name = '" + newcomer.name() + "', professional_number = '" + newcomer.number()
                        + "', establishment_id = '" + establishment + "'");

        for (var words : List.of(
                newcomer.familyName().substring(8).toUpperCase(),
                person.identifier(),
                person.mail().toUpperCase(),
                newcomer.number().replaceAll("(...)", "$1 "),
                "foyer " + newcomer.number() + " zoé")) {
            assertThat(search(admin, words, "", "")).as(words).contains("1 compte.", id.toString(), "Actif");
        }
        assertThat(search(support, person.identifier(), "active", "organizer")).contains("1 compte.");
        assertThat(search(admin, person.identifier(), "suspended", "")).contains("Aucun compte ne correspond.");
        assertThat(search(admin, person.identifier(), "", "admin")).contains("Aucun compte ne correspond.");
        assertThat(search(admin, "100%", "", "")).contains("Aucun compte ne correspond.");
        assertThat(search(admin, "' OR 1=1", "new", "x")).doesNotContain("1 compte.");
        assertThat(open(admin)).contains(newcomer.number(), "Péronne", person.mail(), "id=\"confirmNumber\"");
        assertThat(open(support)).doesNotContain("id=\"confirmNumber\"");
        assertThat(told(admin, deed(admin, "numbering", "confirmNumber", Map.of())))
                .contains("Le numéro est confirmé.")
                .doesNotContain("id=\"confirmNumber\"");
        assertThat(tables.texts(DEEDS.formatted(id))).containsExactly("NUMBER_CONFIRMED");
        assertThat(Files.readString(stack.accessLog())).doesNotContain(newcomer.number(), person.mail());
    }

    @Test
    void saysWhereAnAccountIsInItsLife() {
        assertThat(open(admin)).contains("Aucune connue", ">Actif<", grouped());
        new Portal(stack.address()).signIn(person);
        assertThat(open(admin)).doesNotContain("Aucune connue");
        assertThat(open(support)).contains(">Actif<").doesNotContain(grouped());

        person.with(stack, "password_until = now() + interval '1 hour'");
        assertThat(open(support)).contains("Pas encore connecté", "Mot de passe provisoire valable jusqu’au");
        person.with(stack, "password_until = now() - interval '1 hour'");
        assertThat(open(support)).contains("Mot de passe expiré");
    }

    @Test
    void suspendsAndReactivates() {
        var portal = new Portal(stack.address()).signIn(person);
        var number = TestAccount.someNumber();
        var invitation = portal.invite(number);
        var link = inbox.linkFor("+33" + number.substring(1));

        assertThat(deed(admin, "suspension", "suspend", Map.of("reason", "")).body())
                .contains("Dites pourquoi, en quelques mots");
        assertThat(told(admin, deed(admin, "suspension", "suspend", Map.of("reason", "Départ annoncé"))))
                .contains("Le compte est suspendu.", "Départ annoncé", ">Suspendu<")
                .doesNotContain("id=\"unlock\"", "id=\"mail\"");

        assertThat(portal.visitor().get("/pro/services").statusCode()).isEqualTo(302);
        assertThat(portal.visitor()
                        .postJson("/api/pro/rooms/" + invitation + "/ticket", "{}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(new Visitor(stack.address())
                        .postJson("/api/guest/look", "{\"token\":\"" + link + "\"}")
                        .body())
                .contains("ended");
        assertThat(new Portal(stack.address())
                        .givePassword(person.identifier(), Portal.PASSWORD, "SMS")
                        .body())
                .contains("L’identifiant ou le mot de passe n’est pas le bon");

        assertThat(told(admin, deed(admin, "reactivation", "reactivate", Map.of())))
                .contains("Le compte est réactivé.", ">Actif<");
        assertThat(portal.visitor().get("/pro/services").statusCode()).isEqualTo(302);
        new Portal(stack.address()).signIn(person);
        assertThat(tables.texts(DEEDS.formatted(id))).containsExactly("ACCOUNT_SUSPENDED", "ACCOUNT_REACTIVATED");
    }

    @Test
    void helpsWhoCannotSignIn() {
        var before = new Portal(stack.address()).signIn(person).visitor();

        assertThat(told(support, deed(support, "unlocking", "unlock", Map.of())))
                .contains("Le compte est débloqué.");
        assertThat(before.get("/pro/services").statusCode()).isEqualTo(200);
        assertThat(told(admin, deed(admin, "mailing", "mail", Map.of())))
                .contains("Un mot de passe provisoire part par mail.", "Pas encore connecté");

        var initial = inbox.newest(person.mail(), PASSWORD);
        assertThat(before.get("/pro/services").statusCode()).isEqualTo(302);
        assertThat(new Portal(stack.address())
                        .givePassword(person.identifier(), Portal.PASSWORD, "MAIL")
                        .body())
                .contains("L’identifiant ou le mot de passe n’est pas le bon");
        assertThat(told(support, deed(support, "mailing", "mail", Map.of())))
                .contains("Un mot de passe provisoire part par mail.");
        var second = inbox.newest(person.mail(), PASSWORD);
        assertThat(second).isNotEqualTo(initial);
        var portal = new Portal(stack.address());
        var codes = inbox.to(person.mobile()).size();
        portal.givePassword(person.identifier(), second, "SMS");
        await().until(() -> inbox.to(person.mobile()).size() > codes);
        assertThat(portal.giveCode(inbox.codeFor(person.mobile())).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/nouveau-mot-de-passe"));
        assertThat(tables.count("SELECT count(*) FROM account WHERE id = '" + id
                        + "' AND password_until BETWEEN now() + interval '71 hours' AND now() + interval '72 hours'"))
                .isEqualTo(1);
        assertThat(tables.texts(DEEDS.formatted(id)))
                .containsExactly("ACCOUNT_UNLOCKED", "INITIAL_PASSWORD_MAILED", "INITIAL_PASSWORD_MAILED");
        assertThat(tables.everyRow()).doesNotContain(initial, second);
    }

    /** The console's other pages, and the deeds that their own pages do not show them, by forms made up for them. */
    @Test
    void letsSupportDecideNothing() {
        for (var path : List.of(
                "/admin/demandes",
                "/admin/demande?id=" + id,
                "/admin/import",
                "/admin/assistance",
                "/admin/etablissements",
                "/admin/etablissement?id=" + id,
                "/admin/nowhere")) {
            assertThat(support.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(support.get("/admin/comptes").body()).doesNotContain("/admin/demandes", "/admin/import");
        var page = open(support);
        assertThat(page).doesNotContain("id=\"suspend\"", "id=\"mail\"");

        for (var forged : List.of(
                List.of("numbering", "confirmNumber"),
                List.of("suspension", "suspend"),
                List.of("mailing", "mail"),
                List.of("reactivation", "reactivate"))) {
            var body = Visitor.filled(page, "unlocking", forged.get(1), Map.of("reason", "x"))
                    .replace("unlocking=unlocking", forged.get(0) + "=" + forged.get(0));
            assertThat(body).contains(forged.get(0));
            support.post("/admin/compte?id=" + id, body);
        }
        assertThat(tables.texts(ACTIVE.formatted(person.identifier()))).containsExactly("true");
        assertThat(tables.texts(DEEDS.formatted(id))).isEmpty();
    }

    @Test
    void letsNobodyElseIn() {
        var organizer = new Portal(stack.address()).signIn(person).visitor();
        var page = open(admin);
        for (var path : List.of("/admin/comptes", "/admin/compte?id=" + id, "/admin/assistance")) {
            assertThat(organizer.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(new Visitor(stack.address()).get(path).statusCode())
                    .as(path)
                    .isEqualTo(302);
        }
        var forged = Visitor.filled(page, "suspension", "suspend", Map.of("reason", "x"));
        assertThat(organizer.post("/admin/compte?id=" + id, forged).statusCode())
                .isEqualTo(403);
        assertThat(new Visitor(stack.address())
                        .post("/admin/compte?id=" + id, forged)
                        .statusCode())
                .isEqualTo(302);
        assertThat(admin.post("/admin/compte?id=" + id, forged, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        for (var none : List.of("", "?id=", "?id=x", "?id=" + new UUID(0, 0))) {
            assertThat(admin.get("/admin/compte" + none).statusCode()).as(none).isEqualTo(404);
        }
        assertThat(tables.texts(ACTIVE.formatted(person.identifier()))).containsExactly("true");
    }

    @Test
    void leavesSomebodyToAdministrate() throws Exception {
        var own = admin.get("/admin/compte?id=" + administrator.id(stack)).body();
        assertThat(own).doesNotContain("id=\"suspend\"", "id=\"mail\"");
        var forged = Visitor.filled(open(admin), "suspension", "suspend", Map.of("reason", "x"));
        admin.post("/admin/compte?id=" + administrator.id(stack), forged);
        assertThat(tables.texts(ACTIVE.formatted(administrator.identifier()))).containsExactly("true");

        var one = TestAccount.openAdministrator(stack);
        var other = TestAccount.openAdministrator(stack);
        var each = List.of(suspending(one, other), suspending(other, one));
        var both = Executors.newFixedThreadPool(each.size());
        both.invokeAll(each).forEach(done -> assertThat(done).isDone());
        both.shutdown();
        assertThat(tables.count("SELECT count(*) FROM account WHERE active AND identifier IN ('" + one.identifier()
                        + "', '" + other.identifier() + "')"))
                .isEqualTo(1);
    }

    private static Callable<HttpResponse<String>> suspending(TestAccount by, TestAccount whom) {
        var visitor = new Portal(stack.address()).signInToAdministrate(by).visitor();
        var path = "/admin/compte?id=" + whom.id(stack);
        var page = visitor.get(path).body();
        return () -> visitor.submit(path, page, "suspension", "suspend", Map.of("reason", "x"));
    }

    @Test
    void opensAnAccountForSupport() {
        var newcomer = NewcomersForm.of("Sacha", "Petit");
        var page = admin.get("/admin/assistance").body();
        var fields = Map.of(
                "givenName", newcomer.givenName(),
                "familyName", newcomer.familyName(),
                "mail", newcomer.mail(),
                "mobile", newcomer.mobile());

        assertThat(told(admin, admin.submit("/admin/assistance", page, "staff", "open", fields)))
                .contains("Un mot de passe provisoire part par mail.");
        assertThat(admin.submit("/admin/assistance", page, "staff", "open", fields)
                        .body())
                .contains("Un compte existe déjà avec cette adresse.");

        var portal = new Portal(stack.address());
        var identifier = inbox.newest(newcomer.mail(), Pattern.compile("(?m)^(sacha\\.\\S+)$"));
        portal.givePassword("/admin/connexion", identifier, inbox.newest(newcomer.mail(), PASSWORD), "SMS");
        portal.giveCode(inbox.codeFor(newcomer.mobile()));
        assertThat(portal.visitor()
                        .submit(
                                "/nouveau-mot-de-passe",
                                portal.visitor().get("/nouveau-mot-de-passe").body(),
                                "newPassword",
                                "choose",
                                Map.of("password", "un chien dort sous la table"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/admin/comptes"));
        assertThat(portal.visitor().get("/admin/demandes").statusCode()).isEqualTo(403);
    }

    private static String search(Visitor visitor, String words, String state, String role) {
        var answer = visitor.submit(
                "/admin/comptes",
                visitor.get("/admin/comptes").body(),
                "search",
                "find",
                Map.of("words", words, "state", state, "role", role));
        return answer.statusCode() == 302 ? visitor.get("/admin/comptes").body() : answer.body();
    }

    private String open(Visitor visitor) {
        return visitor.get("/admin/compte?id=" + id).body();
    }

    private HttpResponse<String> deed(Visitor visitor, String form, String button, Map<String, String> fields) {
        return visitor.submit("/admin/compte?id=" + id, open(visitor), form, button, fields);
    }

    /** The page that an action leads to. */
    private static String told(Visitor visitor, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return visitor.get(answer.headers().firstValue("Location").orElseThrow())
                .body();
    }

    private String grouped() {
        return ("0" + person.mobile().substring(3)).replaceAll("(..)(?=.)", "$1 ");
    }
}
