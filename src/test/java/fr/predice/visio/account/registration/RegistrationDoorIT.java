package fr.predice.visio.account.registration;

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
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody gets by asking for an account, or by deciding about one without being the one to. */
@ExtendWith(StackExtension.class)
class RegistrationDoorIT {
    private static final Pattern TOKEN = Pattern.compile("/demande#(\\S{22})");
    private static final String STATE = "SELECT state FROM registration WHERE mail = '%s'";
    private static final String ID = "SELECT id::text FROM registration WHERE mail = '%s'";
    private static final String ACCOUNTS = "SELECT count(*) FROM account WHERE professional_number = '%s'";

    private static Stack stack;
    private static Inbox inbox;
    private static Tables tables;

    private final Visitor visitor = new Visitor(stack.address());
    private final NewcomersForm newcomer = NewcomersForm.of("Élodie", "Le Goff");

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
        inbox = Inbox.of(started.address());
        tables = new Tables(started);
    }

    @Test
    void provesNothingToARobotThatOpensTheLink() {
        newcomer.send(visitor);
        var token = inbox.newest(newcomer.mail(), TOKEN);

        for (var time = 0; time < 20; time++) {
            visitor.get("/demande");
            assertThat(ask("look", token).body()).contains("unproven");
        }
        assertThat(tables.texts(STATE.formatted(newcomer.mail()))).containsExactly("UNPROVEN");
        assertThat(ask("prove", token).body()).contains("waiting");
        assertThat(ask("prove", token).body()).contains("waiting");
    }

    @Test
    void keepsTheLinkNowhere() throws Exception {
        newcomer.send(visitor);
        var token = inbox.newest(newcomer.mail(), TOKEN);
        ask("prove", token);

        assertThat(tables.everyRow()).doesNotContain(token);
        assertThat(Files.readString(stack.serverLog())).doesNotContain(token, newcomer.mail());
        assertThat(Files.readString(stack.accessLog())).doesNotContain(token, newcomer.mail());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"token\":\"AAAAAAAAAAAAAAAAAAAAAA\"}",
                "{\"token\":1}",
                "{\"token\":null}",
                "{\"token\":\"' OR 1=1\"}"
            })
    void knowsNoOtherLink(String body) {
        assertThat(visitor.postJson("/api/registration/look", body).statusCode())
                .isEqualTo(404);
        assertThat(visitor.postJson("/api/registration/prove", body).statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesALinkOfTheDayBefore() {
        newcomer.send(visitor);
        var token = inbox.newest(newcomer.mail(), TOKEN);
        tables.execute("UPDATE registration SET proof_until = now() - interval '1 second' WHERE mail = '"
                + newcomer.mail() + "'");

        assertThat(ask("prove", token).statusCode()).isEqualTo(404);
        assertThat(ask("look", token).statusCode()).isEqualTo(404);
    }

    @Test
    void answersTheSameWhoeverIsKnownAndTellsTheirOwner() {
        var known = TestAccount.open(stack);
        var other = NewcomersForm.of("Paul", "Roux");
        tables.execute("UPDATE account SET professional_number = '" + other.number() + "' WHERE identifier = '"
                + known.identifier() + "'");
        var withMail = new NewcomersForm("Paul", "Roux", newcomer.number(), known.mail(), newcomer.mobile());
        var withNumber = new NewcomersForm("Paul", "Roux", other.number(), other.mail(), other.mobile());

        var answers = Stream.of(newcomer, withMail, withNumber)
                .map(form -> form.send(new Visitor(stack.address())))
                .map(answer -> answer.statusCode()
                        + answer.headers().firstValue("Location").orElse("")
                        + answer.body())
                .toList();

        assertThat(answers).hasSize(3).containsOnly(answers.get(0));
        assertThat(inbox.newest(other.mail(), TOKEN)).isNotEmpty();
        await().until(() -> inbox.to(known.mail()).size() == 2);
        assertThat(inbox.to(known.mail())).allSatisfy(mail -> assertThat(mail).contains(known.identifier()));
        assertThat(inbox.to(other.mail())).noneMatch(mail -> mail.contains(known.identifier()));
        assertThat(tables.texts(STATE.formatted(known.mail()))).isEmpty();
    }

    @Test
    void writesToNobodyOftenerThanFiveTimesAnHour() {
        var answers =
                IntStream.range(0, 8).mapToObj(i -> newcomer.send(visitor)).toList();

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 302).hasSize(5);
        assertThat(answers.get(7).body()).contains("Il y a eu beaucoup de demandes", "Les Tilleuls");
    }

    /** A number is public: whoever knows it would have its owner written to from ever new addresses. */
    @Test
    void writesToTheOwnerOfANumberNoOftenerHoweverManyAddressesAreInvented() {
        var owner = TestAccount.open(stack);
        tables.execute("UPDATE account SET professional_number = '" + newcomer.number() + "' WHERE identifier = '"
                + owner.identifier() + "'");

        var answers = IntStream.range(0, 8)
                .mapToObj(i -> new NewcomersForm(
                                "Paul", "Roux", newcomer.number(), i + newcomer.mail(), newcomer.mobile())
                        .send(visitor))
                .toList();

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 302).hasSize(5);
        await().until(() -> tables.count("SELECT count(*) FROM registration WHERE NOT mailed") == 0);
        await().until(() -> inbox.to(owner.mail()).size() == 5);
    }

    @Test
    void showsWhatIsConfirmedBeforeItIs() {
        newcomer.send(visitor);
        var token = inbox.newest(newcomer.mail(), TOKEN);

        assertThat(ask("look", token).body())
                .contains(newcomer.name(), "Infirmière", "Les Tilleuls, Amiens")
                .doesNotContain(newcomer.mobile(), newcomer.mobile().substring(6));
        assertThat(ask("prove", token).body()).doesNotContain(newcomer.name());
    }

    @Test
    void refusesNobodyWhatTheyAskedForTwice() {
        newcomer.prove(stack);
        newcomer.prove(stack);
        tables.execute("UPDATE registration SET number_proved = TRUE WHERE mail = '" + newcomer.mail() + "'");
        var admin = new Portal(stack.address())
                .signInToAdministrate(TestAccount.openAdministrator(stack))
                .visitor();

        decide(admin, "accept", "accepts", Map.of("checked", "on"));

        assertThat(tables.texts(STATE.formatted(newcomer.mail()))).containsExactly("ACCEPTED", "ACCEPTED");
        // Of the number, not that its owner typed the name beside it.
        assertThat(tables.count(ACCOUNTS.formatted(newcomer.number()) + " AND NOT number_proved"))
                .isEqualTo(1);
    }

    @Test
    void comesBackToTheRequestAfterTheSessionIsOver() {
        newcomer.prove(stack);
        var admin = new Portal(stack.address())
                .signInToAdministrate(TestAccount.openAdministrator(stack))
                .visitor();
        var page = admin.get(request()).body();
        var late = new Visitor(stack.address());

        var answer = late.submit(addressOf(page, "accept"), page, "accept", "accepts", Map.of("checked", "on"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(URLDecoder.decode(to, StandardCharsets.UTF_8))
                        .endsWith("/admin/connexion?retour=" + request()));
    }

    private static String addressOf(String page, String form) {
        var action = Pattern.compile("<form id=\"" + form + "\"[^>]* action=\"([^\"]+)\"")
                .matcher(page);
        assertThat(action.find()).isTrue();
        return action.group(1).replace("&amp;", "&");
    }

    /** A request of which the server checks only the fields that it names. */
    @Test
    void takesNoRequestWithoutItsTwoTicks() {
        var page = visitor.get("/inscription").body();
        var fields = newcomer.fields();
        fields.put("jakarta.faces.partial.ajax", "true");
        fields.put("jakarta.faces.source", "ask");
        fields.put(
                "jakarta.faces.partial.execute",
                "ask " + String.join(" ", newcomer.fields().keySet()));

        visitor.post(
                "/inscription", Visitor.filled(page, "registration", "ask", fields), "Faces-Request", "partial/ajax");

        assertThat(tables.texts(STATE.formatted(newcomer.mail()))).isEmpty();
    }

    @Test
    void checksOnTheServerWhatThePageChecks() {
        var page = visitor.get("/inscription").body();
        var fields = newcomer.fields();
        fields.put("givenName", "Compte bloqué, voir https://example.org");
        fields.put("profession", "x".repeat(50_000));
        fields.put("town", "Amiens\u202e");
        fields.put("number", "10002813838");
        fields.put("mail", "a@example.org\nBcc: b@example.org");
        fields.put("mobile", "0322803170");

        var answer = visitor.submit("/inscription", page, "registration", "ask", fields);

        assertThat(answer.statusCode()).isEqualTo(200);
        // PrimeFaces cuts what is longer than the page lets anybody type.
        assertThat(answer.body())
                .contains("x".repeat(80))
                .doesNotContain("x".repeat(81))
                .contains(
                        "Un nom s’écrit avec des lettres",
                        "Écrivez-le en lettres et en chiffres",
                        "Ce n’est pas un numéro RPPS ou ADELI",
                        "Cette adresse mail est incomplète",
                        "Ce n’est pas un numéro de portable",
                        "le service est réservé à cette activité");
    }

    @Test
    void opensTheConsoleToAdministratorsAlone() {
        assertThat(visitor.get("/admin/demandes").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/admin/connexion?retour="));
        var organizer =
                new Portal(stack.address()).signIn(TestAccount.open(stack)).visitor();
        assertThat(organizer.get("/admin/demandes").statusCode()).isEqualTo(403);
        var administrator = new Portal(stack.address())
                .signInToAdministrate(TestAccount.openAdministrator(stack))
                .visitor();
        assertThat(administrator.get("/admin/demandes").statusCode()).isEqualTo(200);
        assertThat(administrator.get("/admin/").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/admin/demandes"));
        assertThat(administrator.get("/pro/visio").statusCode()).isEqualTo(403);
    }

    /** An administrator's password is worth nothing at the portal's door, nor a professional's at theirs. */
    @Test
    void saysTheSameAtTheWrongDoor() {
        var administrator = TestAccount.openAdministrator(stack);
        var organizer = TestAccount.open(stack);

        for (var door : List.of("/connexion", "/admin/connexion")) {
            var wrongOne = door.startsWith("/admin") ? organizer : administrator;
            var answer = new Portal(stack.address()).givePassword(door, wrongOne.identifier(), Portal.PASSWORD, "SMS");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("L’identifiant ou le mot de passe n’est pas le bon");
        }
        assertThat(inbox.to(administrator.mobile())).isEmpty();
        assertThat(inbox.to(organizer.mobile())).isEmpty();
    }

    @Test
    void opensOneAccountHoweverManyAcceptAtOnce() throws Exception {
        newcomer.prove(stack);
        var accepting = IntStream.range(0, 4)
                .mapToObj(i -> new Portal(stack.address())
                        .signInToAdministrate(TestAccount.openAdministrator(stack))
                        .visitor())
                .map(admin -> (Callable<HttpResponse<String>>)
                        () -> decide(admin, "accept", "accepts", Map.of("checked", "on")))
                .toList();

        var crowd = Executors.newFixedThreadPool(accepting.size());
        crowd.invokeAll(accepting).forEach(answer -> assertThat(answer).isDone());
        crowd.shutdown();

        assertThat(tables.count(ACCOUNTS.formatted(newcomer.number()))).isEqualTo(1);
        assertThat(inbox.to(newcomer.mail()))
                .filteredOn(mail -> mail.contains("provisoire"))
                .hasSize(1);
        var late = new Portal(stack.address())
                .signInToAdministrate(TestAccount.openAdministrator(stack))
                .visitor();
        assertThat(late.get(request()).body()).doesNotContain("Refuser la demande");
    }

    @Test
    void acceptsNobodyWhoHasAnAccount() {
        newcomer.prove(stack);
        var known = TestAccount.open(stack);
        tables.execute("UPDATE account SET professional_number = '" + newcomer.number() + "' WHERE identifier = '"
                + known.identifier() + "'");
        var admin = new Portal(stack.address())
                .signInToAdministrate(TestAccount.openAdministrator(stack))
                .visitor();
        assertThat(admin.get(request()).body()).contains("Un compte existe déjà avec ce numéro");

        decide(admin, "accept", "accepts", Map.of("checked", "on"));

        assertThat(tables.texts(STATE.formatted(newcomer.mail()))).containsExactly("WAITING");
        assertThat(tables.count(ACCOUNTS.formatted(newcomer.number()))).isEqualTo(1);
    }

    private HttpResponse<String> decide(Visitor admin, String form, String button, Map<String, String> fields) {
        return admin.submit(request(), admin.get(request()).body(), form, button, fields);
    }

    private String request() {
        return "/admin/demande?id="
                + tables.texts(ID.formatted(newcomer.mail())).get(0);
    }

    private HttpResponse<String> ask(String question, String token) {
        return visitor.postJson("/api/registration/" + question, "{\"token\":\"" + token + "\"}");
    }
}
