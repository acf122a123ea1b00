package fr.predice.visio.account.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Production;
import fr.predice.visio.support.ProductionExtension;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** How a production server gets its administrators. */
@ResourceLock("Production")
@ExtendWith(ProductionExtension.class)
class ActivationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SENTENCE = "un renard au clair de lune";
    private static final Pattern LINK = Pattern.compile("/activation#(\\S{22})");
    private static final Pattern IDENTIFIER = Pattern.compile("(?m)^(dominique\\.\\S+)$");

    private static Production production;
    private static Stack stack;

    private final Tables tables = new Tables(stack);
    private final TestAccount someone = TestAccount.open(stack);
    private final String mail = "chef." + someone.mail();

    @BeforeAll
    static void stack(Production started) {
        production = started;
        stack = started.stack();
    }

    @Test
    void invitesTheFirstAdministratorOnceWhenTheServerIsNew() {
        assertThat(linkTo(Production.ADMINISTRATOR)).isNotEmpty();
        assertThat(tables.count("SELECT count(*) FROM activation WHERE mail = '" + Production.ADMINISTRATOR + "'"))
                .isEqualTo(1);
    }

    @Test
    void opensAnAccountThatSignsInToTheConsole() {
        var link = invite();

        assertThat(open(link, "administration").body()).contains("Ce mot de passe est trop");
        assertThat(open(link, SENTENCE).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/admin/connexion"));
        assertThat(open(link, SENTENCE).body()).contains("Ce lien n’ouvre aucun compte");

        var identifier = mailed(mail, IDENTIFIER);
        var portal = new Portal(stack.address());
        portal.givePassword("/admin/connexion", identifier, SENTENCE, "MAIL");
        var code = mailed(mail, Pattern.compile("(?m)^([0-9]{6})$"));
        assertThat(portal.giveCode(code).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/admin/demandes"));
        assertThat(portal.visitor().get("/admin/demandes").statusCode()).isEqualTo(200);
    }

    @Test
    void opensOneAccountHoweverManyUseTheLinkAtOnce() throws Exception {
        var link = invite();
        var crowd = Executors.newFixedThreadPool(4);
        var using = IntStream.range(0, 4)
                .mapToObj(i -> (Callable<HttpResponse<String>>) () -> open(link, SENTENCE))
                .toList();

        crowd.invokeAll(using).forEach(answer -> assertThat(answer).isDone());
        crowd.shutdown();

        assertThat(tables.count("SELECT count(*) FROM account WHERE mail = '" + mail + "'"))
                .isEqualTo(1);
    }

    @Test
    void opensNothingByAFormerLinkNorByAnyOther() {
        var former = invite();
        var link = invite(former);
        assertThat(open(former, SENTENCE).body()).contains("Ce lien n’ouvre aucun compte");
        assertThat(open("AAAAAAAAAAAAAAAAAAAAAA", SENTENCE).body()).contains("Ce lien n’ouvre aucun compte");
        assertThat(open("", SENTENCE).body()).contains("Ce lien n’ouvre aucun compte");

        tables.execute("UPDATE activation SET valid_until = now() WHERE mail = '" + mail + "'");
        assertThat(open(link, SENTENCE).body()).contains("Ce lien n’ouvre aucun compte");
        assertThat(tables.count("SELECT count(*) FROM account WHERE mail = '" + mail + "'"))
                .isZero();
    }

    @Test
    void takesNoSuchWishFromTheApplication() {
        assertThatThrownBy(() -> {
                    try (var database = stack.databaseAsApplication();
                            var wish = database.createStatement()) {
                        wish.execute("SELECT invite_administrator('" + mail + "')");
                    }
                })
                .hasMessageContaining("permission denied");
    }

    @Test
    void keepsTheLinkNowhere() throws Exception {
        var link = invite();
        open(link, SENTENCE);

        assertThat(tables.everyRow()).doesNotContain(link);
        assertThat(production.logs()).doesNotContain(link, mail);
    }

    /** As the database's administrator does at the server's console. */
    private String invite(String... former) {
        tables.texts("SELECT invite_administrator('" + mail + "')");
        return await().atMost(PATIENCE)
                .until(() -> linkTo(mail), link -> !List.of(former).contains(link));
    }

    private String linkTo(String recipient) {
        return mailed(recipient, LINK);
    }

    /** In the newest mail that has it. */
    private static String mailed(String recipient, Pattern wanted) {
        return await().atMost(PATIENCE)
                .until(
                        () -> production.mailServer().to(recipient).stream()
                                .map(taken -> wanted.matcher(taken.text()))
                                .filter(Matcher::find)
                                .map(found -> found.group(1))
                                .reduce((one, next) -> next),
                        Optional::isPresent)
                .orElseThrow();
    }

    private HttpResponse<String> open(String link, String password) {
        var visitor = new Visitor(stack.address());
        var fields = Map.of(
                "token",
                link,
                "givenName",
                "Dominique",
                "familyName",
                "Leroy",
                "mobile",
                "0" + someone.mobile().substring(3),
                "password",
                password);
        return visitor.submit("/activation", visitor.get("/activation").body(), "activation", "open", fields);
    }
}
