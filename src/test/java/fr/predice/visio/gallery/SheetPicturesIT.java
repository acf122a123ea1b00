package fr.predice.visio.gallery;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Takes the pictures of the help sheets. It proves nothing, so it runs only when asked for. */
@EnabledIfSystemProperty(named = "gallery", matches = "true")
@ExtendWith(StackExtension.class)
@ParameterizedClass
@EnumSource
class SheetPicturesIT {
    private static final Path FILMS = Path.of("target/gallery/films").toAbsolutePath();

    @RegisterExtension
    static final Browsers office = Browsers.filming(Film.ofAProfessional().shot(FILMS.resolve("professional.mjpeg")));

    @RegisterExtension
    static final Browsers home = Browsers.filming(Film.ofAPersonAtHome().shot(FILMS.resolve("person.mjpeg")));

    static People people;

    @Parameter
    Tongue tongue;

    private Seen seen;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
    }

    @BeforeEach
    void begin() {
        seen = new Seen(tongue);
    }

    @Test
    void connection() throws IOException {
        var organizer = people.organizer(office.open(desk(760), tongue));
        organizer.open("/");
        drawn(organizer, "home", organizer.page().locator(".landing-words"));
        organizer.open("/connexion");
        drawn(organizer, "credentials", organizer.page().locator("#signin"));
        organizer.askForCode(Portal.PASSWORD);
        organizer.hearsPage("code.late");
        drawn(organizer, "code", organizer.page().locator("#verify"));
        organizer.signIn();
        organizer.open("/pro/services");
        drawn(organizer, "services", organizer.page().locator(".tiles"));
    }

    @Test
    void use() throws IOException {
        var organizer = people.organizer(office.open(desk(1040), tongue)).signIn();
        var number = TestAccount.someNumber();
        organizer.page().locator("#mobile").fill(number);
        drawn(organizer, "invite", organizer.page().locator(".invite .card"));
        organizer.invite(number);
        organizer.hears("room.waiting.sms-sent");
        var guest = people.guest(home.open(SheetFilmsIT.small(), tongue, SheetFilmsIT.PHONE))
                .open(people.linkTo(number));
        guest.hears("guest.ready.invites");
        drawnWindow(guest, "join");
        guest.join();
        guest.hears("guest.asking");
        drawnWindow(guest, "allow");
        guest.page().evaluate("() => window.allowDevices()");
        SheetFilmsIT.seesTheOther(guest);
        SheetFilmsIT.seesTheOther(organizer);
        organizer.control("room.photo").waitFor();
        filmed(organizer, "room", organizer.page().locator(".room-call .stage"));
        drawn(organizer, "controls", organizer.page().locator(".room-call .stage-bar"));
        filmed(guest, "call", guest.page().locator("main.stage"));
    }

    private static NewContextOptions desk(int width) {
        return new NewContextOptions().setViewportSize(width, 800).setDeviceScaleFactor(1.5);
    }

    private void drawn(CallPage side, String name, Locator part) throws IOException {
        var whole = Path.of("target/gallery", Seen.folder(tongue), name + ".png");
        Files.createDirectories(whole.getParent());
        look(side, name, part);
        part.screenshot(new Locator.ScreenshotOptions().setPath(whole));
        Ffmpeg.paint(whole.toString(), file(name + ".png").toString());
    }

    /** What fits on the phone's screen. */
    private void drawnWindow(CallPage side, String name) throws IOException {
        var whole = Path.of("target/gallery", Seen.folder(tongue), name + ".png");
        var window = side.page().viewportSize();
        seen.look(side.page(), name, 0.0, 0.0, (double) window.width, (double) window.height);
        side.page().screenshot(new Page.ScreenshotOptions().setPath(whole));
        Ffmpeg.paint(whole.toString(), file(name + ".png").toString());
    }

    private void filmed(CallPage side, String name, Locator part) throws IOException {
        look(side, name, part);
        part.screenshot(new Locator.ScreenshotOptions()
                .setPath(file(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(60));
    }

    private void look(CallPage side, String name, Locator part) {
        part.scrollIntoViewIfNeeded();
        var box = part.boundingBox();
        seen.look(side.page(), name, box.x, box.y, box.x + box.width, box.y + box.height);
    }

    private Path file(String name) throws IOException {
        return Files.createDirectories(Seen.assets(tongue)).resolve(name);
    }

    @AfterEach
    void keepWhatWasSeen() {
        seen.keep();
    }
}
