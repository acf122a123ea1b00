package fr.predice.visio.signin.authenticator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.binary.Hex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An app in the place of messages, from its first code to the day when the phone is lost. */
@ExtendWith(StackExtension.class)
class AuthenticatorIT {
    private static final String PAGE = "/compte/application";
    private static final Pattern KEY = Pattern.compile("<p class=\"key\">([A-Z2-7 ]+)</p>");
    private static final Pattern RESCUE = Pattern.compile("<li>([a-z2-9]{4}-[a-z2-9]{4})</li>");

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    private static Stack stack;
    private static Inbox inbox;
    private static Tables tables;

    private final Clock clock = Clock.systemUTC();
    private TestAccount account;
    private Visitor owner;
    private String key;
    private List<String> rescueCodes;

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
        inbox = Inbox.of(started.address());
        tables = new Tables(started);
    }

    @BeforeEach
    void setUp() {
        account = TestAccount.open(stack);
        owner = new Portal(stack.address()).signIn(account).visitor();
        assertThat(press("start", "starts", Map.of("current", "faux")).body())
                .contains(text("profile.current.wrong"))
                .doesNotContain("class=\"key\"");
        assertThat(press("start", "starts", Map.of("current", Portal.PASSWORD)).statusCode())
                .isEqualTo(302);
        var page = owner.get(PAGE).body();
        var found = KEY.matcher(page);
        assertThat(found.find()).isTrue();
        key = found.group(1).replace(" ", "");
        assertThat(page).contains("class=\"qr\"");
        assertThat(press("confirm", "confirms", Map.of("code", "000000")).body())
                .contains("Ce n’est pas le code de l’application");
        var confirmed = press("confirm", "confirms", Map.of("code", code(0))).body();
        rescueCodes =
                RESCUE.matcher(confirmed).results().map(code -> code.group(1)).toList();
        assertThat(rescueCodes).hasSize(10).doesNotHaveDuplicates();
        assertThat(told("vient d’être mise en place")).isNotEmpty();
    }

    @Test
    void signsInWithoutAnyMessage() {
        var messages = inbox.to(account.mobile()).size();
        var portal = askWithApp();
        assertThat(portal.visitor().get("/code").body()).contains(text("profile.app.look"));

        assertThat(entered(portal.giveCode(code(0)))).as("a code that was used").isFalse();
        assertThat(portal.visitor().get("/code").body()).contains("Il vous reste 4 essais");
        isForEverybody(portal);
        var next = code(1);
        assertThat(entered(portal.giveCode(next))).isTrue();

        assertThat(entered(askWithApp().giveCode(next)))
                .as("replayed by somebody else")
                .isFalse();
        assertThat(inbox.to(account.mobile())).hasSize(messages);
    }

    private static void isForEverybody(Portal portal) {
        for (var tongue : Tongue.values()) {
            var desk = browsers.desk(tongue);
            desk.keep(portal.visitor().cookies(), stack.publicAddress());
            var page = desk.newPage();
            page.navigate(stack.publicAddress() + "/code");
            page.getByText(tongue.of("profile", "profile.app.look.hint")).waitFor();
            AxeReview.pass("code of the app", page);
            page.navigate(stack.publicAddress() + "/code-de-secours");
            page.getByText(tongue.of("profile", "profile.app.rescue.lead")).waitFor();
            AxeReview.pass("rescue code", page);
        }
    }

    @Test
    void takesOneCodeOnceHoweverManyUseItAtOnce() throws Exception {
        var code = code(1);
        var trying = IntStream.range(0, 4)
                .mapToObj(i -> askWithApp())
                .map(portal -> (Callable<Boolean>) () -> entered(portal.giveCode(code)))
                .toList();

        var crowd = Executors.newFixedThreadPool(trying.size());
        var in = 0;
        for (var answer : crowd.invokeAll(trying)) {
            in += answer.get() ? 1 : 0;
        }
        crowd.shutdown();

        assertThat(in).isEqualTo(1);
    }

    @Test
    void countsGuessesAsThoseOfAnyCode() {
        var portal = askWithApp();
        for (var guess = 0; guess < 5; guess++) {
            portal.giveCode("00000" + guess);
        }
        assertThat(entered(portal.giveCode(code(1)))).isFalse();
    }

    @Test
    void letsChangeOnesMindBetweenTheAppAndMessages() {
        var portal = askWithApp();
        assertThat(portal.visitor()
                        .submit("/code", portal.visitor().get("/code").body(), "again", "byMail", Map.of())
                        .statusCode())
                .as("nothing was sent yet: no wait")
                .isEqualTo(302);
        var byMail = inbox.codeFor(account.mail());
        var page = portal.visitor().get("/code").body();
        assertThat(portal.visitor()
                        .submit("/code", page, "byApp", "app", Map.of())
                        .statusCode())
                .isEqualTo(302);

        assertThat(entered(portal.giveCode(byMail)))
                .as("the mailed code is over")
                .isFalse();
        assertThat(entered(portal.giveCode(code(1)))).isTrue();
    }

    /** Who does not know the password learns nothing; who does, and has no app, gets an SMS. */
    @Test
    void tellsNobodyWhoHasAnApp() {
        var without = TestAccount.open(stack);
        assertThat(refusal(account)).isEqualTo(refusal(without));

        var portal = new Portal(stack.address());
        assertThat(portal.givePassword(without.identifier(), Portal.PASSWORD, "APP")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/code"));
        assertThat(portal.visitor().get("/code").body())
                .contains(text("profile.app.none"))
                .doesNotContain("/code-de-secours");
        assertThat(entered(portal.giveCode(inbox.codeFor(without.mobile())))).isTrue();
    }

    @Test
    void letsALostPhoneBeReplacedByACodeOnPaper() {
        var portal = askWithApp();
        assertThat(rescue(portal, "aaaa-aaaa").body()).contains("il vous reste 4 essais");
        var code = rescueCodes.get(3);
        assertThat(entered(rescue(portal, code.toUpperCase().replace("-", " "))))
                .isTrue();
        assertThat(told("Il vous en reste 9")).isNotEmpty();

        assertThat(entered(rescue(askWithApp(), code))).as("each serves once").isFalse();
        assertThat(new Visitor(stack.address()).get("/code-de-secours").statusCode())
                .as("nobody without a password gets there")
                .isEqualTo(302);
        assertThat(entered(rescue(askWithout(TestAccount.open(stack)), rescueCodes.get(4))))
                .as("somebody else's")
                .isFalse();
    }

    @Test
    void isRemovedByWhoeverKnowsThePassword() {
        assertThat(press("remove", "removes", Map.of("currentToRemove", "faux")).body())
                .contains(text("profile.current.wrong"));
        assertThat(press("remove", "removes", Map.of("currentToRemove", Portal.PASSWORD))
                        .statusCode())
                .isEqualTo(302);
        assertThat(told("vient d’être retirée")).isNotEmpty();

        var portal = new Portal(stack.address());
        portal.givePassword(account.identifier(), Portal.PASSWORD, "APP");
        assertThat(entered(rescue(portal, rescueCodes.get(0)))).isFalse();
        assertThat(entered(portal.giveCode(code(1)))).isFalse();
        assertThat(tables.texts("SELECT action FROM audit_event WHERE subject = (SELECT id::text FROM account"
                        + " WHERE identifier = '" + account.identifier() + "') AND action LIKE 'AUTH%' ORDER BY at"))
                .containsExactly("AUTHENTICATOR_ADDED", "AUTHENTICATOR_REMOVED");
    }

    @Test
    void keepsSecretAndCodesToItself() throws Exception {
        var rows = tables.everyRow();
        assertThat(rows).doesNotContain(key, Hex.encodeHexString(new Base32().decode(key)));
        assertThat(rows).doesNotContain(Hex.encodeHexString(key.getBytes(StandardCharsets.UTF_8)));
        assertThat(rescueCodes).noneMatch(rows::contains).noneMatch(code -> rows.contains(code.replace("-", "")));
        assertThat(Files.readString(stack.serverLog()) + Files.readString(stack.accessLog()))
                .doesNotContain(key, rescueCodes.get(0));
        assertThat(owner.get(PAGE).body())
                .doesNotContain(rescueCodes.get(0), "class=\"key\"")
                .contains("Il vous reste 10 codes de secours");
    }

    private HttpResponse<String> press(String form, String button, Map<String, String> fields) {
        return owner.submit(PAGE, owner.get(PAGE).body(), form, button, fields);
    }

    private Portal askWithApp() {
        var portal = new Portal(stack.address());
        assertThat(portal.givePassword(account.identifier(), Portal.PASSWORD, "APP")
                        .statusCode())
                .isEqualTo(302);
        return portal;
    }

    private static Portal askWithout(TestAccount other) {
        var portal = new Portal(stack.address());
        portal.givePassword(other.identifier(), Portal.PASSWORD, "MAIL");
        return portal;
    }

    private static HttpResponse<String> rescue(Portal portal, String code) {
        var page = portal.visitor().get("/code-de-secours").body();
        return portal.visitor().submit("/code-de-secours", page, "rescue", "rescues", Map.of("rescueCode", code));
    }

    private static String refusal(TestAccount who) {
        var answer = new Portal(stack.address()).givePassword(who.identifier(), "faux", "APP");
        var body = answer.body().replace(who.identifier(), "");
        return answer.statusCode() + body.replaceAll("(?s)<script.*?</script>|value=\"[^\"]*\"", "");
    }

    /** @param steps from now: one that is to come is accepted too, whenever the request arrives */
    private String code(int steps) {
        return new TimeCodes(new Base32().decode(key)).at(clock.instant().plus(TimeCodes.STEP.multipliedBy(steps)));
    }

    private List<String> told(String words) {
        await().until(() -> inbox.to(account.mail()).stream().anyMatch(mail -> mail.contains(words)));
        return inbox.to(account.mail()).stream()
                .filter(mail -> mail.contains(words))
                .toList();
    }

    private static boolean entered(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .filter(to -> to.contains("/pro/"))
                .isPresent();
    }

    private static String text(String key) {
        return Tongue.FRENCH.of("profile", key);
    }
}
