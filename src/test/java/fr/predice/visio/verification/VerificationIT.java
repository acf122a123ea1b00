package fr.predice.visio.verification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import fr.predice.visio.platform.persistence.RoleRights;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** « Vérifier l'installation », where all is well, where something is broken, and for those whom it is not for. */
@ExtendWith(StackExtension.class)
class VerificationIT {
    private static final String PAGE = "/admin/verification";
    private static final String API = "/api/admin/verification/";
    private static final String START = "**" + API + "start";

    @RegisterExtension
    static final Browsers browsers = Browsers.credulous();

    static Stack stack;

    private final TestAccount administrator = TestAccount.openAdministrator(stack);
    private final Visitor admin =
            new Portal(stack.address()).signInToAdministrate(administrator).visitor();

    @BeforeAll
    static void open(Stack started) {
        stack = started;
    }

    @Test
    void findsThisInstallationWellAndWritesItDown() throws IOException {
        var page = open(Tongue.FRENCH);
        AxeReview.passInBoth("not started", page);
        run(page);

        for (var subject : List.of("address", "clock", "seen", "headers", "banner", "socket")) {
            says(page, Tongue.FRENCH.of("verification", "verification.here.subject." + subject), "WELL");
        }
        for (var subject : List.of("database", "databaseTls", "rights", "trail", "databaseClock", "migration")) {
            says(page, Tongue.FRENCH.of("verification", "verification.subject." + subject), "WELL");
        }
        if (stack.relays()) {
            var relays = page.locator("[data-part=relays] .finding");
            assertThat(relays).hasCount(3);
            assertThat(page.locator("[data-part=relays] .finding[data-state=WELL]"))
                    .hasCount(3);
            assertThat(relays.last()).containsText("turns:");
            assertThat(relays.last()).containsText("un message est passé par le relais");
        }
        AxeReview.pass("finished", page);

        var file = page.waitForDownload(() -> button(page, "verification.save").click());
        var report = Files.readString(file.path()).replace('\u00a0', ' ');
        assertThat(file.suggestedFilename()).startsWith("verification-visio-").endsWith(".txt");
        assertThat(report)
                .contains("Adresse publique : " + stack.publicAddress(), "Version : 0.", "[Correct] Journal d’audit")
                .doesNotContain(administrator.identifier(), administrator.mail(), "credential");
        assertThat(new Tables(stack)
                        .texts("SELECT action FROM audit_event WHERE actor = '" + administrator.id(stack) + "'"))
                .contains("INSTALLATION_VERIFIED");
    }

    /** Another secret than coturn's, a port where nobody listens, and an address that is not this one. */
    @ParameterizedTest
    @EnumSource
    void saysWhatIsBrokenAndWhatToDo(Tongue tongue) {
        var page = open(tongue);
        answering(
                page,
                START,
                answer -> answer.replaceAll("\"credential\":\"[^\"]*\"", "\"credential\":\"wrong\"")
                        .replaceFirst("\"turn:[^\"]*transport=tcp\"", "\"turn:127.0.0.1:48888?transport=tcp\"")
                        .replaceFirst("\"address\":\"[^\"]*\"", "\"address\":\"https://visio.example.org\""));
        run(page);

        says(page, tongue.of("verification", "verification.here.subject.address"), "WRONG");
        assertThat(page.locator("[data-part=here]")).containsText("https://visio.example.org");
        if (stack.relays()) {
            var relays = page.locator("[data-part=relays] .finding");
            assertThat(page.locator("[data-part=relays] .finding[data-state=WRONG]"))
                    .hasCount(3);
            assertThat(relays.first()).containsText(tongue.of("verification", "verification.here.relay.credentials"));
            assertThat(relays.first()).containsText("VISIO_TURN_SECRET");
            assertThat(relays.nth(1)).containsText(tongue.of("verification", "verification.here.relay.unreachable"));
        }
        assertThat(page.locator(".check-result"))
                .containsText(tongue.of("verification", "verification.here.state.WRONG"));
        AxeReview.pass("wrong", page);
    }

    @Test
    void sendsAMessageToOneselfAndToNobodyElse() {
        var page = open(Tongue.FRENCH);

        button(page, "verification.mail").click();
        assertThat(page.getByText(Tongue.FRENCH.of("verification", "verification.mail.SENT")))
                .isVisible();
        button(page, "verification.sms").click();
        assertThat(page.getByText(Tongue.FRENCH.of("verification", "verification.sms.SENT")))
                .isVisible();

        var inbox = Inbox.of(stack.address());
        assertThat(inbox.to(administrator.mail()))
                .anySatisfy(mail -> assertThat(mail).contains("Vérifier l’installation"));
        assertThat(inbox.to(administrator.mobile()))
                .anySatisfy(sms -> assertThat(sms).contains("SMS d'essai"));

        var victim = TestAccount.open(stack);
        assertThat(ask(admin, "message", "{\"channel\":\"MAIL\",\"to\":\"" + victim.mail() + "\"}"))
                .isEqualTo(200);
        assertThat(inbox.to(victim.mail())).isEmpty();
        assertThat(ask(admin, "message", "{\"channel\":\"MAIL\"}")).isEqualTo(200);
        assertThat(ask(admin, "message", "{\"channel\":\"MAIL\"}")).isEqualTo(429);
        assertThat(ask(admin, "message", "{\"channel\":\"PIGEON\"}")).isEqualTo(400);
        button(page, "verification.mail").click();
        assertThat(page.getByText(Tongue.FRENCH.of("verification", "verification.message.busy")))
                .isVisible();
        assertThat(new Tables(stack)
                        .texts("SELECT action FROM audit_event WHERE actor = '" + administrator.id(stack)
                                + "' AND action = 'TEST_MESSAGE_SENT'"))
                .hasSize(4);
    }

    /** Neither the page, nor credentials for a relay, nor a message. */
    @Test
    void isForAdministratorsAlone() {
        var support = new Portal(stack.address())
                .signInToSupport(TestAccount.openSupport(stack))
                .visitor();
        var organizer =
                new Portal(stack.address()).signIn(TestAccount.open(stack)).visitor();
        for (var other : List.of(support, organizer)) {
            assertThat(other.get(PAGE).statusCode()).isEqualTo(403);
            for (var question : List.of("start", "check", "message", "delivery")) {
                var answer = other.postJson(API + question, "{\"check\":\"database\",\"channel\":\"MAIL\"}");
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body()).doesNotContain("credential");
            }
        }
        assertThat(support.get("/admin/comptes").body()).doesNotContain(PAGE);

        var stranger = new Visitor(stack.address());
        assertThat(stranger.get(PAGE).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/admin/connexion?retour="));
        assertThat(stranger.postJson(API + "start", "{}").statusCode()).isEqualTo(401);

        assertThat(admin.postJson(API + "start", "{}", "Origin", "https://evil.example.org")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.post(API + "start", "a=b").statusCode()).isEqualTo(415);
        assertThat(admin.get(API + "start").statusCode()).isEqualTo(405);
        assertThat(ask(admin, "check", "{\"check\":\"../database\"}")).isEqualTo(400);
    }

    @Test
    void givesNoRelaysWithoutEnd() {
        for (var run = 0; run < 30; run++) {
            assertThat(ask(admin, "start", "{}")).isEqualTo(200);
        }

        assertThat(ask(admin, "start", "{}")).isEqualTo(429);
    }

    /** The owner's role in the place of the application's, as a hasty installation has it. */
    @Test
    void findsRightsThatAreTooWide() {
        var found = new DatabaseCheck(stack::database, stack::databaseAsApplication, Clock.systemUTC()).look();

        assertThat(word(found, "rights")).contains("wide");
        assertThat(word(found, "trail")).contains("open");
        assertThat(word(found, "migration")).contains("away");
    }

    /** As whoever tidies up rights, or gives one on a column alone, which lists of tables do not show. */
    @Test
    void findsARightThatIsMissingAndOneOnAColumn() throws SQLException {
        try (var owner = stack.database()) {
            owner.setAutoCommit(false);
            var rights = new RoleRights(owner);
            assertThat(rights.missing()).isEmpty();
            try (var statement = owner.createStatement()) {
                statement.execute("REVOKE UPDATE, DELETE ON account FROM CURRENT_USER");
                statement.execute("REVOKE ALL ON audit_event FROM CURRENT_USER");
                assertThat(rights.rewritable()).doesNotContain("audit_event");
                statement.execute("GRANT UPDATE (actor) ON audit_event TO CURRENT_USER");
            }

            assertThat(rights.missing()).containsExactly("account: UPDATE DELETE", "audit_event: SELECT INSERT");
            assertThat(rights.rewritable()).contains("audit_event");
            owner.rollback();
        }
    }

    private static Optional<String> word(List<Finding> found, String subject) {
        return found.stream()
                .filter(finding -> finding.subject().equals(subject))
                .map(Finding::word)
                .findFirst();
    }

    private static int ask(Visitor visitor, String question, String json) {
        return visitor.postJson(API + question, json).statusCode();
    }

    private Page open(Tongue tongue) {
        var device = browsers.desk(tongue).expectRefusal(429);
        device.keep(admin.cookies(), stack.publicAddress());
        var page = device.newPage();
        page.navigate(stack.publicAddress() + PAGE);
        return page;
    }

    private static void run(Page page) {
        page.locator("[data-do=start]:visible").click();
        page.locator("[data-do=save]").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        picture(page);
    }

    private static void picture(Page page) {
        var path = System.getProperty("pictures");
        if (path != null) {
            for (var size : List.of(new int[] {1366, 768}, new int[] {390, 844})) {
                page.setViewportSize(size[0], size[1]);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(path, page.locator("html").getAttribute("lang") + size[0] + ".png")));
            }
            page.setViewportSize(1366, 768);
        }
    }

    private static void says(Page page, String title, String state) {
        var line = page.locator(".finding")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(title, new Page.GetByTextOptions().setExact(true))));
        assertThat(line).hasAttribute("data-state", state);
    }

    private static Locator button(Page page, String key) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions()
                        .setName(Tongue.FRENCH.of("verification", key))
                        .setExact(true));
    }

    private static void answering(Page page, String address, UnaryOperator<String> change) {
        page.route(address, route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(change.apply(answer.text())));
        });
    }
}
