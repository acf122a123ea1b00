package fr.predice.visio.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may work where: told before anything is used up, and above all before an SMS leaves. */
@ExtendWith(StackExtension.class)
class PrerequisitesIT {
    private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 ";
    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36";
    private static final String OLD_CHROME = WINDOWS + "Chrome/79.0.3945.130 Safari/537.36";
    private static final String OPERA = WINDOWS + "Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0";
    private static final String MACINTOSH =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15";
    private static final String FINGERS =
            "Object.defineProperty(Navigator.prototype, 'maxTouchPoints', { get: () => 5 })";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static Stack stack;
    static People people;

    @BeforeAll
    static void open(Stack started) {
        stack = started;
        people = new People(started);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                PHONE + "|computer.HANDHELD",
                OLD_CHROME + "|computer.BROWSER_TOO_OLD",
                "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko|computer.BROWSER_REFUSED",
                "Mozilla/5.0 (Windows NT 6.1; Win64; x64) Chrome/109.0.0.0 Safari/537.36|computer.SYSTEM_TOO_OLD"
            })
    void sendsNoSmsFromWhereNobodyCanCall(String name, String reason) {
        var portal = new Portal(stack.address()).signIn(TestAccount.open(stack)).visitor();
        var number = TestAccount.someNumber();
        var form = portal.get("/pro/visio").body();

        var refused = portal.get("/pro/visio", "User-Agent", name);
        assertThat(refused.body())
                .contains(Tongue.FRENCH.page(reason), "href=\"/prerequis\"")
                .doesNotContain("id=\"mobile\"");
        portal.post(
                "/pro/visio",
                Visitor.filled(form, "invitation", "invite", Map.of("mobile", number)),
                "User-Agent",
                name);

        assertThat(people.messagesTo(number)).isEmpty();
    }

    @Test
    void namesWhatIsUsedAndWhatIsNeeded() {
        var answer = new Portal(stack.address())
                .signIn(TestAccount.open(stack))
                .visitor()
                .get("/pro/visio", "User-Agent", OLD_CHROME)
                .body();

        assertThat(answer).contains("Vous utilisez Chrome 79\u00a0; il faut Chrome 80 ou plus récent.");
    }

    @Test
    void leadsFromTheRoomToThatExplanation() {
        var portal = new Portal(stack.address()).signIn(TestAccount.open(stack));
        var room = "/pro/salle?invitation=" + portal.invite(TestAccount.someNumber());

        var answer = portal.visitor().get(room, "User-Agent", PHONE);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/pro/visio");
        assertThat(portal.visitor().get(room, "User-Agent", OPERA).statusCode()).isEqualTo(200);
    }

    @Test
    void stopsAnIpadThatCallsItselfAMacintosh() {
        var tablet = browsers.open(named(MACINTOSH), Tongue.FRENCH, FINGERS);
        var organizer = people.organizer(tablet);
        // Invited at a desk; a second sign-in would wait for a second code.
        var portal = new Portal(stack.address()).signIn(organizer.account());
        var room = portal.invite(TestAccount.someNumber());
        organizer.signedIn(portal);

        organizer.hearsPage("computer.HANDHELD");
        assertThat(organizer.button(organizer.tongue().page("invite.action"))).isHidden();

        organizer.open("/pro/salle?invitation=" + room);
        organizer.page().waitForURL("**/pro/visio");
    }

    @Test
    void letsAMacintoshIn() {
        var organizer =
                people.organizer(browsers.open(named(MACINTOSH), Tongue.FRENCH)).signInByHand();

        assertThat(organizer.button(organizer.tongue().page("invite.action"))).isVisible();
        assertThat(organizer.page().getByText(organizer.tongue().page("computer.unlisted")))
                .isHidden();
    }

    @Test
    void stopsABrowserThatCannotCallWhateverItsName() {
        var organizer = people.organizer(browsers.desk(Tongue.FRENCH, "delete window.RTCPeerConnection"))
                .signInByHand();

        organizer.hearsPage("computer.UNSUPPORTED.what");
        assertThat(organizer.button(organizer.tongue().page("invite.action"))).isHidden();
    }

    @Test
    void letsAnUnknownBrowserInWithANotice() {
        var organizer =
                people.organizer(browsers.open(named(OPERA), Tongue.FRENCH)).signInByHand();
        organizer.hearsPage("computer.unlisted");

        organizer.invite(TestAccount.someNumber());

        organizer.hears("room.waiting.sms-sent");
    }

    /** Chromium refuses what was not granted once something was. */
    @Test
    void warnsOfARefusalBeforeTheSmsAndForgetsItWhenItIsLifted() {
        var organizer = people.organizer(browsers.desk(Tongue.FRENCH)).signInByHand();
        var context = organizer.page().context();
        var denied = organizer.page().getByText(organizer.tongue().page("invite.denied.what"));
        assertThat(denied).isHidden();

        context.grantPermissions(List.of("notifications"));
        organizer.hearsPage("invite.denied.both");
        context.grantPermissions(List.of("camera"));
        organizer.hearsPage("invite.denied.microphone");
        assertThat(organizer.button(organizer.tongue().page("invite.action"))).isEnabled();
        context.grantPermissions(List.of("microphone"));
        assertThat(denied).isHidden();

        context.clearPermissions();
        context.grantPermissions(List.of("microphone"));
        organizer.hearsPage("invite.denied.camera");
        organizer.invite(TestAccount.someNumber());
        organizer.hears("room.waiting.sms-sent");
    }

    @Test
    void canBeReadBeforeSigningIn() {
        var visitor = new Visitor(stack.address());
        assertThat(visitor.get("/").body()).contains("href=\"/prerequis\"");
        assertThat(visitor.get("/connexion").body()).contains("href=\"/prerequis\"");

        var page = visitor.get("/prerequis", "User-Agent", WINDOWS + "Chrome/131.0.0.0 Safari/537.36")
                .body();
        assertThat(page)
                .contains(
                        "Chrome\u00a0: à partir de la version 80",
                        "Safari\u00a0: à partir de la version 11 (12 recommandée)",
                        "Firefox\u00a0: à partir de la version 68",
                        "Edge\u00a0: à partir de la version 79",
                        "Internet Explorer\u00a0: non compatible",
                        "Windows\u00a0: à partir de la version 10",
                        "macOS\u00a0: à partir de la version 10.13",
                        "href=\"/test-materiel\"")
                .contains("Chrome 131", "Windows 10", Tongue.FRENCH.page("prerequisites.here.is"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                PHONE + "|prerequisites.here.handheld",
                OLD_CHROME + "|prerequisites.here.isnt",
                OPERA + "|prerequisites.here.isUnlisted",
                "curl/8.5.0|prerequisites.here.isUnlisted"
            })
    void saysWhetherThisComputerIsFit(String name, String verdict) {
        assertThat(new Visitor(stack.address())
                        .get("/prerequis", "User-Agent", name)
                        .body())
                .contains(Tongue.FRENCH.page(verdict));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (Linux; Android 9; SM-G960F) AppleWebKit/537.36 Chrome/79.0.3945.93 Mobile Safari/537.36",
                "Mozilla/5.0 (Android 9; Mobile; rv:67.0) Gecko/67.0 Firefox/67.0",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 10_3 like Mac OS X) AppleWebKit/603.1 Version/10.0 Safari/602.1"
            })
    void tellsTheInvitedPersonToTakeAnotherBrowser(String name) {
        var guest = people.guest(browsers.phoneNamed(name)).open(people.invited());

        guest.hears("guest.unsupported");
    }

    @Test
    void letsTheInvitedPersonUseAnyBrowserThatCan() {
        var guest =
                people.guest(browsers.phoneNamed(PHONE + " SamsungBrowser/8.0")).open(people.invited());

        guest.hears("guest.ready.invites");
    }

    private static NewContextOptions named(String name) {
        return new NewContextOptions().setViewportSize(1366, 768).setUserAgent(name);
    }
}
