package fr.predice.visio.signin.cps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ClientCertificate;
import fr.predice.visio.stack.CardSite;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.Device;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.Keys;
import fr.predice.visio.support.Meeting;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Sheet;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.TestAuthority;
import fr.predice.visio.support.TestCard;
import fr.predice.visio.support.Tongue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The card, in browsers that show its certificate without asking the person: from the landing page to a call. */
@ExtendWith(CardSite.Extension.class)
class CardBrowserIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.credulous();

    private static final String RPPS = "99700735741";
    private static final String SUSPENDED = "99700870589";
    private static final String NOBODY = "99700367917";

    /** Its last digit is wrong. */
    private static final String NO_NUMBER = "99700367916";

    private static final String CAME_BY_CARD =
            "SELECT count(*) FROM audit_event WHERE action = 'SIGNED_IN' AND subject = 'CARD' AND actor = '%s'";

    /** Of the right shape, and of no ticket. */
    private static final String NO_TICKET = "AAAAAAAAAAAAAAAAAAAAAA";

    static CardSite site;
    static TestAccount account;

    @TempDir
    Path directory;

    @BeforeAll
    static void open(CardSite opened) {
        site = opened;
        account = numbered(RPPS);
        numbered(SUSPENDED).with(site.stack(), "active = FALSE");
    }

    @Test
    void leadsFromTheLandingPageToACall() {
        var organizer = organizer(desk(Tongue.FRENCH, card(RPPS)));
        var sockets = new ArrayList<String>();
        organizer.page().onWebSocket(socket -> sockets.add(socket.url()));
        organizer.open("/");
        var tab = opensTheReader(organizer);

        assertThat(heading(tab)).hasText(text(organizer, "cps.read.KNOWN"));
        assertThat(tab.getByText("CAMILLE MARTIN")).isVisible();
        assertThat(tab.getByText(RPPS)).isVisible();
        assertThat(tab.url()).startsWith(site.cardAddress() + "/");
        connect(tab, organizer).click();
        assertThat(tab).hasURL(site.address() + "/pro/services");
        assertThat(new Tables(site.stack()).count(CAME_BY_CARD.formatted(account.id(site.stack()))))
                .isEqualTo(1);

        var meeting = meet(organizer).bothSeeAndHear();
        assertThat(sockets).isNotEmpty().allMatch(socket -> socket.startsWith("wss://localhost:"));
        meeting.organizer().leave();
    }

    private static Meeting meet(OrganizerAtDesk organizer) {
        var people = new People(site.stack(), site.address(), site.stack().address());
        var number = TestAccount.someNumber();
        organizer.open("/pro/visio");
        organizer.invite(number);
        organizer.hears("room.waiting");
        var link = people.linkTo(number);
        var guest = new GuestOnPhone(browsers.phone(Tongue.FRENCH)).open(link);
        guest.join();
        return new Meeting(organizer, guest, number, link);
    }

    @ParameterizedTest
    @EnumSource
    void tellsEachCaseAndKeepsTheHelpOpen(Tongue tongue) {
        var axe = new AxeReview();
        var organizer = organizer(desk(tongue));
        var sheet = Sheet.beside(organizer, site.address(), 2);
        organizer.open("/");
        assertThat(sheet.step("card", 1).named(organizer.page())).isVisible();
        var tab = opensTheReader(organizer);
        assertThat(heading(tab)).hasText(text(organizer, "cps.read.NO_CARD"));
        look(axe, tongue, "no-card", tab);
        assertThat(organizer.page()).hasURL(site.address() + "/carte");
        look(axe, tongue, "help", organizer.page());
        List.of(tab, organizer.page()).forEach(page -> new Keys(page).reachAll());

        for (var number : List.of(RPPS, NOBODY, SUSPENDED)) {
            var holder = organizer(desk(tongue, card(number)));
            holder.open("/");
            var read = opensTheReader(holder);
            var state = number.equals(RPPS) ? "KNOWN" : number.equals(NOBODY) ? "UNKNOWN" : "SUSPENDED";
            assertThat(heading(read)).hasText(text(holder, "cps.read." + state));
            assertThat(connect(read, holder)).hasCount(state.equals("KNOWN") ? 1 : 0);
            look(axe, tongue, state, read);
            if (state.equals("KNOWN")) {
                assertThat(sheet.step("card", 4).named(read)).isVisible();
                read.navigate(site.cardAddress() + "/carte/lecteur");
                assertThat(heading(read)).hasText(text(holder, "cps.read.START"));
                look(axe, tongue, "START", read);
                holder.open("/carte/retour#" + NO_TICKET);
                assertThat(heading(holder.page())).hasText(text(holder, "cps.ticket.USED"));
                look(axe, tongue, "used-ticket", holder.page());
            }
        }

        var wrong = organizer(desk(tongue, card(NO_NUMBER)));
        wrong.open("/");
        var refused = opensTheReader(wrong);
        assertThat(refused.getByText(text(wrong, "cps.refused.BAD_NUMBER"))).isVisible();
        look(axe, tongue, "REFUSED", refused);
        axe.foundNothing();
        // Between the two the browser itself asks: see CardPinIT.
        sheet.step("card", 2);
        sheet.step("card", 3);
        sheet.isFollowedBut("address", "strong", "services");
        if (tongue == Tongue.FRENCH) {
            keepsTheHelpOpenBesideTheBrowsersOwnError();
        }
    }

    /** An expired card: the handshake is refused, and no page of ours can say so there. */
    private void keepsTheHelpOpenBesideTheBrowsersOwnError() {
        var past = Instant.now().minus(Duration.ofDays(1));
        var expired = site.authority()
                .order("8" + RPPS)
                .valid(past.minus(Duration.ofDays(900)), past)
                .make();
        // Playwright, which shows the certificate in the browser's place, answers so for a handshake that failed.
        var holder = organizer(desk(Tongue.FRENCH, expired).expectRefusal(503));
        holder.open("/");
        var broken = opensTheReader(holder);

        assertThat(broken.locator("body")).containsText(Pattern.compile("alert|ERR_|certificate"));
        assertThat(broken.getByText(text(holder, "cps.support"))).hasCount(0);
        assertThat(holder.page()).hasURL(site.address() + "/carte");
        assertThat(holder.page()
                        .getByText(text(holder, "cps.trouble.handshake"))
                        .first())
                .isVisible();
    }

    private static OrganizerAtDesk organizer(Device device) {
        return new OrganizerAtDesk(device, account, site.stack().address(), site.address());
    }

    /** « Lecteur CPS ». */
    private static Page opensTheReader(OrganizerAtDesk organizer) {
        var name = new GetByRoleOptions().setName(organizer.tongue().page("landing.card"));
        return organizer
                .page()
                .context()
                .waitForPage(() ->
                        organizer.page().getByRole(AriaRole.LINK, name).first().click());
    }

    private static Locator connect(Page tab, OrganizerAtDesk organizer) {
        return tab.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(text(organizer, "cps.connect")));
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }

    private static String text(OrganizerAtDesk organizer, String key) {
        return organizer.tongue().of("cps", key);
    }

    private Device desk(Tongue tongue, TestCard card) {
        var keyStore = card.keyStore(directory.resolve(card.certificate().getSerialNumber() + ".p12"));
        return browsers.open(
                desk().setClientCertificates(List.of(new ClientCertificate(site.cardAddress())
                        .setPfxPath(keyStore)
                        .setPassphrase(TestAuthority.PASSWORD))),
                tongue);
    }

    private static Device desk(Tongue tongue) {
        return browsers.open(desk(), tongue);
    }

    private static NewContextOptions desk() {
        return new NewContextOptions().setViewportSize(1366, 768).setIgnoreHTTPSErrors(true);
    }

    private static TestCard card(String rpps) {
        return site.authority().card("8" + rpps);
    }

    private static TestAccount numbered(String rpps) {
        return TestAccount.open(site.stack()).with(site.stack(), "professional_number = '" + rpps + "'");
    }

    /** By axe; and by whoever asked for pictures. */
    private static void look(AxeReview axe, Tongue tongue, String state, Page page) {
        if (Boolean.getBoolean("gallery")) {
            for (var size : List.of(List.of(1366, 768), List.of(390, 844))) {
                page.setViewportSize(size.get(0), size.get(1));
                var name = "card-" + state + "-" + size.get(0) + ".png";
                page.screenshot(new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/gallery", tongue.name().toLowerCase(Locale.ROOT), name)));
            }
            page.setViewportSize(1366, 768);
        }
        axe.look(state, page);
    }
}
