package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page behind the link, before the tap: who calls, or what stands in the way. */
@ExtendWith(StackExtension.class)
class GuestPageIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    private static final String NO_CAMERA = "if (navigator.mediaDevices) { navigator.mediaDevices.getUserMedia ="
            + " () => Promise.reject(new DOMException('', 'NotAllowedError')) }";

    static Stack stack;
    static People people;

    @BeforeAll
    static void open(Stack started) {
        stack = started;
        people = new People(started);
    }

    /** Messaging applications open links to show what is behind them, scripts and all. */
    @Test
    void isNotUsedUpByTwentyPreviews() {
        var link = people.invited();

        for (var preview = 0; preview < 20; preview++) {
            visit(link).hears("guest.ready.invites");
        }

        var guest = visit(link);
        guest.join();
        guest.hears("guest.waiting");
    }

    @Test
    void saysWhoCalls() {
        var guest = visit(people.invited());

        assertThat(guest.heading()).hasText("Camille Martin vous invite à une visio.");
        assertThat(guest.button("Rejoindre la visio")).isVisible();
    }

    /** What the professional would hand to the person; from there all sheets, and who answers questions. */
    @Test
    void leadsToTheSheets() {
        var guest = visit(people.invited());
        var link = new GetByRoleOptions().setName(guest.tongue().call("guest.sheet"));
        var help = guest.page()
                .waitForPopup(() -> guest.page().getByRole(AriaRole.LINK, link).tap());

        assertThat(help.locator("#carte ol")).isInViewport();
        assertThat(help.getByRole(AriaRole.CONTENTINFO)).containsText("03 22 80 31 70");
        help.locator(".help-nav a[href='/aide']").tap();
        assertThat(help.locator(".help-index a")).hasCount(4);
    }

    @ParameterizedTest
    @CsvSource({
        "410, expired, UPDATE invitation SET expires_at = now() WHERE id",
        "410, revoked, UPDATE invitation SET revoked_at = now() WHERE id",
        "410, ended, UPDATE invitation SET ended_at = now() WHERE id",
        "409, taken, UPDATE seat SET owner_hash = gen_random_uuid() WHERE side = 'PARTICIPANT' AND invitation_id"
    })
    void saysWhyALinkNoLongerOpens(int status, String reason, String change) {
        var link = people.invited();
        people.change(change + " = (SELECT invitation_id FROM invitation_token WHERE hash = ?)", link);

        var guest = people.guest(browsers.phone(Tongue.FRENCH).expectRefusal(status))
                .open(link);

        guest.hears("guest." + reason);
        assertThat(guest.heading()).hasCount(1);
        assertThat(guest.button(guest.tongue().call("guest.ready.join"))).isHidden();
    }

    @Test
    void saysThatALinkIsWrong() {
        var stranger = stack.address() + "/r#" + SecretToken.random().text();
        people.guest(browsers.phone(Tongue.FRENCH).expectRefusal(404))
                .open(stranger)
                .hears("guest.unknown");

        visit(stack.address() + "/r#trop-court").hears("guest.unknown");
        visit(stack.address() + "/r").hears("guest.unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete window.RTCPeerConnection", "delete Navigator.prototype.mediaDevices"})
    void tellsABrowserThatCannotCallAndUsesNothingUp(String lack) {
        var link = people.invited();
        var phone = browsers.phone(Tongue.FRENCH, lack);
        var guest = people.guest(phone);
        // Looking changes nothing, and lets the professional know.
        guest.page().route(address -> address.contains("/api/") && !address.endsWith("/look"), call -> {
            throw new AssertionError("asked " + call.request().url());
        });

        guest.open(link).hears("guest.unsupported");

        assertThat(guest.copiesTheLink()).isEqualTo(link);
        guest.hears("guest.copied");
    }

    @Test
    void sendsABrowserInsideAnApplicationToARealOne() {
        var link = people.invited();
        var phone = browsers.phoneNamed("Mozilla/5.0 (Linux; Android 14; wv) Chrome/120.0 Mobile Instagram 300.0");

        var guest = people.guest(phone).open(link);
        guest.hears("guest.inapp");
        assertThat(guest.copiesTheLink()).isEqualTo(link);

        guest.button(guest.tongue().call("guest.inapp.anyway")).tap();
        guest.hears("guest.ready.invites");
    }

    /** The seat is for the browser that the link is copied to. */
    @Test
    void takesNoSeatInsideAnApplicationThatGivesNoCamera() {
        var link = people.invited();
        var name = "Mozilla/5.0 (Linux; Android 14; wv) Chrome/120.0 Mobile Instagram 300.0";
        var guest = people.guest(browsers.phoneNamed(name, NO_CAMERA)).open(link);
        guest.button(guest.tongue().call("guest.inapp.anyway")).tap();
        guest.join();
        guest.hears("guest.inapp");

        var elsewhere = visit(link);
        elsewhere.join();
        elsewhere.hears("guest.waiting");
    }

    @Test
    void givesTheParticipantsOwnNumberAndNotTheUsersSupport() {
        var guest = visit(stack.address() + "/r#trop-court");
        guest.hears("guest.unknown");

        assertThat(guest.page().getByRole(AriaRole.CONTENTINFO)).containsText("03 22 00 00 71");
        assertThat(guest.page().content()).doesNotContain("03 22 80 31 70");
    }

    @Test
    void keepsTheInvitationWhenTheLanguageChanges() {
        var link = people.invited();
        var guest = visit(link);
        guest.hears("guest.ready.invites");

        guest.page().locator(".sheet-languages summary").tap();
        guest.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName("English"))
                .tap();

        assertThat(guest.heading()).hasText("Camille Martin invites you to a video call.");
        assertThat(guest.page().url()).endsWith(link.substring(link.indexOf('#')));
    }

    private static GuestOnPhone visit(String link) {
        return people.guest(browsers.phone(Tongue.FRENCH)).open(link);
    }
}
