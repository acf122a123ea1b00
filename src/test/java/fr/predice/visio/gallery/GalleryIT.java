package fr.predice.visio.gallery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Takes the pictures. It proves nothing, so it runs only when asked for. */
@EnabledIfSystemProperty(named = "gallery", matches = "true")
@ExtendWith(StackExtension.class)
@ParameterizedClass
@EnumSource
class GalleryIT {
    private static final Path FILMS = Path.of("target/gallery/films").toAbsolutePath();

    /** A film is one camera; a phone has one on each side. */
    private static final String TWO_CAMERAS = """
            if (navigator.mediaDevices) {
              const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
              navigator.mediaDevices.enumerateDevices = () => list().then((all) => all.concat(all));
            }""";

    private static final String ASKING = """
            if (navigator.mediaDevices) {
              const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
              navigator.mediaDevices.getUserMedia = %s;
            }""";

    private static final String OLD = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/79.0.3945.130 Safari/537.36";

    private static final String PHONE = "Mozilla/5.0 (Linux; Android 10; K) Chrome/131.0.0.0 Mobile Safari/537.36";

    private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(40_000);

    @RegisterExtension
    static final Browsers office = Browsers.filming(Film.ofAProfessional().shot(FILMS.resolve("professional.mjpeg")));

    @RegisterExtension
    static final Browsers home = Browsers.filming(Film.ofAPersonAtHome().shot(FILMS.resolve("person.mjpeg")));

    static People people;

    @Parameter
    Tongue tongue;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
    }

    @Test
    void portal() {
        var organizer = people.organizer(office.desk(tongue).expectRefusal(404));
        for (var path : List.of("", "connexion", "demo/boite", "nowhere")) {
            organizer.open("/" + path);
            take(organizer, "portal-" + path.replace('/', '-'));
        }
        organizer.askForCode("not-my-password");
        shows(organizer, "signin.refused");
        take(organizer, "portal-refused");
        organizer.askForCode(Portal.PASSWORD);
        shows(organizer, "code.late");
        take(organizer, "portal-code");
    }

    @Test
    void computer() {
        var organizer = people.organizer(office.desk(tongue)).signIn();
        organizer.page().context().grantPermissions(List.of("notifications"));
        shows(organizer, "invite.denied.what");
        take(organizer, "invite-denied");
        organizer.page().context().clearPermissions();
        organizer.open("/test-materiel");
        takeWhole(organizer, "test-before");
        organizer.button(tongue.page("precall.start")).click();
        organizer.button(tongue.page("precall.speaker.play")).click();
        shows(organizer, "precall.speaker.ask");
        organizer.button(tongue.page("precall.speaker.yes")).click();
        shows(organizer, "precall.verdict.good");
        takeWhole(organizer, "test-good");

        var old = people.organizer(office.open(desk(OLD), tongue)).signIn();
        take(old, "invite-too-old");
        old.open("/prerequis");
        takeWhole(old, "prerequisites-too-old");
        var today = desk(OLD.replace("79", "131")).setColorScheme(ColorScheme.DARK);
        var dark = people.organizer(office.open(today, tongue));
        dark.open("/prerequis");
        takeWhole(dark, "prerequisites-dark");
        var phone = people.organizer(home.phoneNamed(PHONE));
        phone.open("/prerequis");
        takeWhole(phone, "prerequisites-phone");
        phone.open("/test-materiel");
        takeWhole(phone, "test-phone");
        phone.signIn();
        take(phone, "invite-phone");
    }

    @Test
    void meeting() {
        var meeting = people.meet(office.desk(tongue), home.phone(tongue, TWO_CAMERAS))
                .bothSeeAndHear();
        var organizer = meeting.organizer();
        var guest = meeting.guest();
        take(organizer, "room-talking");
        take(guest, "guest-talking");

        for (var menu : List.of("room.micro.choose", "room.camera.choose", "room.quality", "room.keys")) {
            organizer.button(tongue.call(menu)).click();
            take(organizer, menu.replace('.', '-'));
            organizer.page().keyboard().press("Escape");
        }
        organizer.button(tongue.call("room.photo")).click();
        guest.hears("guest.photo");
        take(guest, "guest-photo");
        organizer.page().locator(".photos").scrollIntoViewIfNeeded();
        take(organizer, "room-photos");
        organizer.leave();
        organizer.hears("room.leaving");
        take(organizer, "room-leaving");
        organizer.button(tongue.call("room.leaving.stay")).click();

        meeting.sides().forEach(side -> side.farVideo().click());
        take(organizer, "room-enlarged");
        take(guest, "guest-enlarged");

        guest.leave();
        organizer.hears("room.left");
        take(organizer, "room-left");
        take(guest, "guest-finished");

        organizer.leave();
        organizer.button(tongue.call("room.leaving.leave")).click();
        organizer.hears("room.ended");
        take(organizer, "room-ended");
    }

    @Test
    void invitation() {
        var organizer = people.organizer(office.desk(tongue)).signIn();
        take(organizer, "invite");
        organizer.invite("03 22 80 31 70");
        shows(organizer, "invite.badNumber");
        take(organizer, "invite-refused");
        organizer.open("/pro/services");
        take(organizer, "services");

        var number = TestAccount.someNumber();
        organizer.open("/pro/visio");
        organizer.invite(number);
        organizer.hears("room.waiting.sms-sent");
        take(organizer, "room-waiting");
        for (var remedy : List.of("link", "qr", "correct", "cancel")) {
            organizer.remedy("room." + remedy).click();
            organizer.hears(remedy.equals("link") ? "room.until" : "room." + remedy);
            take(organizer, "room-" + remedy);
        }
        people.fillTheDayOf(number);
        organizer.open("/pro/visio");
        shows(organizer, "today.sms.withdrawn");
        take(organizer, "invite-day");
    }

    @Test
    void link() {
        var guest = people.guest(home.phone(tongue).expectComplaint("Failed to load resource"));
        guest.open(people.invited()).hears("guest.ready.invites");
        take(guest, "guest-ready");
        for (var reason : List.of("unknown", "expired", "revoked", "ended", "taken", "busy")) {
            guest.isRefused(reason);
            guest.hears("guest." + reason);
            take(guest, "guest-" + reason);
        }
    }

    /** Upright, on the smallest phone, and lying on its side. */
    @Test
    void phone() {
        var camera = "(wanted) => wanted.video ? Promise.reject(new DOMException('%s', '%s')) : open(wanted)";
        for (var refusal : List.of(
                "browser:denied:NotAllowedError",
                "system:denied by system:NotAllowedError",
                "dismissed:dismissed:NotAllowedError",
                "alone::NotFoundError")) {
            var parts = refusal.split(":");
            var guest = people.guest(home.phone(tongue, ASKING.formatted(camera.formatted(parts[1], parts[2]))));
            guest.page().clock().install();
            guest.open(people.invited());
            guest.join();
            guest.hears(parts[0].equals("alone") ? "guest.alone.missing" : "retry");
            guest.page().clock().runFor(1000);
            takeAllWays(guest, "guest-" + parts[0]);
            if (parts[0].equals("alone")) {
                guest.page().clock().fastForward("03:00");
                guest.hears("guest.late");
                takeAllWays(guest, "guest-late");
                guest.page().reload();
                guest.hears("guest.ready.resume");
                takeAllWays(guest, "guest-resume");
            }
        }
    }

    @Test
    void phoneInACall() {
        var meeting = people.meet(office.desk(tongue), home.phone(tongue, TWO_CAMERAS))
                .bothSeeAndHear();
        takeAllWays(meeting.guest(), "guest-talking");
        meeting.sides().forEach(CallPage::toggleMicrophone);
        meeting.guest().hears("guest.far.micro");
        takeAllWays(meeting.guest(), "guest-muted");
        meeting.guest().page().evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
        takeAllWays(meeting.guest(), "guest-muted-large-letters");
        meeting.organizer().leave();
        meeting.guest().hears("guest.ended");
        takeAllWays(meeting.guest(), "guest-ended");
    }

    /** Beside the call, on paper and at night, and with what an on-screen keyboard leaves. */
    @Test
    void text() {
        var meeting = people.meet(office.desk(tongue), home.phone(tongue, TWO_CAMERAS))
                .bothSeeAndHear();
        var organizer = meeting.organizer();
        var guest = meeting.guest();
        takeAllWays(guest, "guest-text-button");
        guest.control("text.write").click();
        take(guest, "guest-text-empty");
        guest.textField().fill("Bonjour, j’entends mal\n");
        organizer.textField().fill("Bonjour Madame, je vous écris. Me voyez-vous bien ?\nNous avons tout le temps.\n");
        organizer.textField().fill("Comment dormez-vous depuis");
        guest.textField().fill("Très bien, je vous vo");
        assertThat(organizer.textBegun()).hasText("Très bien, je vous vo");
        takeAllWays(guest, "guest-text");
        take(organizer, "room-text");
        organizer.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        guest.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        take(guest, "guest-text-dark");
        take(organizer, "room-text-dark");
        organizer.farVideo().click();
        take(organizer, "room-text-enlarged");
        organizer.farVideo().click();
        organizer.page().setViewportSize(683, 384);
        organizer.page().locator("#text-title").scrollIntoViewIfNeeded();
        take(organizer, "room-text-narrow");
        organizer.page().setViewportSize(320, 568);
        take(organizer, "room-text-narrowest");
        for (var size : List.of(List.of(390, 844, 336), List.of(320, 568, 260), List.of(844, 390, 200))) {
            guest.textField().blur();
            guest.page().setViewportSize(size.get(0), size.get(1));
            guest.textField().focus();
            guest.page().setViewportSize(size.get(0), size.get(1) - size.get(2));
            take(guest, "guest-text-keyboard-" + size.get(0));
        }
        guest.page().setViewportSize(1366, 768);
        take(guest, "guest-text-desk");
        guest.page().setViewportSize(320, 568);
        guest.page().evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
        take(guest, "guest-text-large-letters");
    }

    /** What takes half a minute of bad luck, or a poor line. */
    @Test
    void trouble() {
        var meeting = people.almostMeet(office.desk(tongue), home.phone(tongue, TWO_CAMERAS), OrganizerAtDesk::invite);
        meeting.guest().witness().isBlocked();
        meeting.guest().join();
        assertThat(meeting.organizer().sentence("room.planb")).isVisible(PATIENTLY);
        assertThat(meeting.guest().sentence("guest.planb")).isVisible(PATIENTLY);
        take(meeting.organizer(), "room-planb");
        takeAllWays(meeting.guest(), "guest-planb");
        meeting.guest().witness().isUnblocked();
        meeting.bothSeeAndHear();

        meeting.sides()
                .forEach(side -> side.page()
                        .evaluate("() => document.querySelectorAll('[data-when*=saving-on]')"
                                + ".forEach((note) => { note.hidden = false; })"));
        take(meeting.organizer(), "room-saving");
        take(meeting.guest(), "guest-saving");
        meeting.guest().page().close();
        meeting.organizer().hears("reconnecting");
        take(meeting.organizer(), "room-reconnecting");
    }

    private void takeAllWays(CallPage page, String name) {
        for (var size : List.of(List.of(390, 844), List.of(320, 568), List.of(844, 390))) {
            page.page().setViewportSize(size.get(0), size.get(1));
            take(page, name + "-" + size.get(0) + "x" + size.get(1));
        }
    }

    private void shows(CallPage page, String key) {
        assertThat(page.page().getByText(tongue.page(key)).first()).isVisible();
    }

    private static NewContextOptions desk(String name) {
        return new NewContextOptions().setViewportSize(1366, 768).setUserAgent(name);
    }

    private void takeWhole(CallPage page, String name) {
        page.page().screenshot(new ScreenshotOptions().setPath(file(name)).setFullPage(true));
    }

    private Path file(String name) {
        return Path.of("target/gallery", tongue.name().toLowerCase(Locale.ROOT), name + ".png");
    }

    private void take(CallPage page, String name) {
        page.page().screenshot(new ScreenshotOptions().setPath(file(name)));
    }
}
