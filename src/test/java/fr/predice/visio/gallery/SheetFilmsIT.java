package fr.predice.visio.gallery;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
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

/** Shoots the films of the help sheets, with their captions. It proves nothing, so it runs only when asked for. */
@EnabledIfSystemProperty(named = "gallery", matches = "true")
@ExtendWith(StackExtension.class)
@ParameterizedClass
@EnumSource
class SheetFilmsIT {
    private static final Path FILMS = Path.of("target/gallery/films").toAbsolutePath();
    private static final double LONG = 4;

    /** A phone has two cameras, and waits for its owner's answer before it opens one. */
    static final String PHONE = """
            if (navigator.mediaDevices) {
              const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
              navigator.mediaDevices.enumerateDevices = () => list().then((all) => all.concat(all));
              const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
              const allowed = new Promise((allow) => { window.allowDevices = allow; });
              navigator.mediaDevices.getUserMedia = (wanted) => allowed.then(() => open(wanted));
            }""";

    /** Devices named as a shop would: those of the test are named after a file of this machine. */
    private static final String DEVICES = """
            if (navigator.mediaDevices) {
              const names = { videoinput: ['Webcam'], audioinput: ['Headset', 'Webcam', 'USB Audio'],
                audiooutput: ['Headset', 'Webcam', 'USB Audio'] };
              const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
              const renamed = ({ kind, deviceId, groupId, label }, place, all) => ({ kind, deviceId, groupId,
                label: label && names[kind][all.slice(0, place).filter((one) => one.kind === kind).length] });
              navigator.mediaDevices.enumerateDevices = () => list().then((all) => all.map(renamed));
            }""";

    @RegisterExtension
    static final Browsers office = Browsers.filming(Film.ofAProfessional().shot(FILMS.resolve("professional.mjpeg")));

    @RegisterExtension
    static final Browsers home = Browsers.filming(Film.ofAPersonAtHome().shot(FILMS.resolve("person.mjpeg")));

    static Stack stack;
    static People people;

    @Parameter
    Tongue tongue;

    private Seen seen;

    @BeforeAll
    static void open(Stack started) {
        stack = started;
        people = new People(started);
    }

    @BeforeEach
    void begin() {
        seen = new Seen(tongue);
    }

    @Test
    void connection() {
        var organizer = people.organizer(office.open(wide(), tongue));
        var camera = new Camera(organizer, "connection", seen);
        organizer.open("/");
        camera.says(1);
        camera.hold(LONG);
        camera.says(2);
        camera.press(link(organizer, tongue.page("landing.signIn")));
        camera.isPoster();
        camera.says(3);
        camera.type(field(organizer, "signin.identifier"), organizer.account().identifier());
        camera.type(field(organizer, "signin.password"), Portal.PASSWORD);
        camera.says(4);
        camera.point(organizer.page().getByText(tongue.page("signin.channel")));
        organizer.page().evaluate("() => document.getElementById('filmed-ring').remove()");
        camera.press(organizer.button(tongue.page("signin.send")));
        camera.says(5);
        organizer.hearsPage("code.late");
        var code = Inbox.of(stack.address()).codeFor(organizer.account().mobile());
        camera.type(field(organizer, "code.field"), code);
        camera.press(organizer.button(tongue.page("code.verify")));
        organizer.hearsPage("services.lead");
        camera.says(6);
        camera.press(organizer.page().locator(".tile").first());
        organizer.hearsPage("invite.heading");
        camera.says(7);
        camera.hold(LONG);
        camera.cut(110);
    }

    @Test
    void use() {
        var organizer = people.organizer(office.open(wide(), tongue, DEVICES)).signIn();
        var camera = new Camera(organizer, "use", seen);
        var number = TestAccount.someNumber();
        camera.says(1);
        camera.type(field(organizer, "invite.mobile"), number);
        camera.press(organizer.button(tongue.page("invite.action")));
        organizer.hears("room.waiting.sms-sent");
        camera.says(2);
        camera.hold(LONG);
        var guest = people.guest(home.phone(tongue)).open(people.linkTo(number));
        guest.join();
        organizer.witness().seesAPicture();
        organizer.control("room.photo").waitFor();
        camera.says(3);
        camera.hold(LONG);
        camera.isPoster();
        camera.says(4);
        lookInto(camera, organizer, "room.camera.choose");
        camera.says(5);
        lookInto(camera, organizer, "room.micro.choose");
        camera.says(6);
        camera.press(organizer.control("room.photo"));
        organizer.hears("room.photo.taken");
        camera.hold(LONG);
        camera.says(7);
        camera.press(organizer.control("leave"));
        organizer.hears("room.leaving");
        camera.press(organizer.control("room.leaving.leave"));
        organizer.hears("room.ended");
        camera.hold(3);
        camera.cut(110);
    }

    private void lookInto(Camera camera, OrganizerAtDesk organizer, String menu) {
        camera.press(organizer.control(menu));
        camera.hold(LONG);
        organizer.page().keyboard().press("Escape");
    }

    @Test
    void participant() {
        var organizer = people.organizer(office.desk(tongue)).signIn();
        var number = TestAccount.someNumber();
        organizer.invite(number);
        organizer.hears("room.waiting");
        var guest = people.guest(home.open(small(), tongue, PHONE)).open(people.linkTo(number));
        var camera = new Camera(guest, "participant", seen);
        guest.hears("guest.ready.invites");
        camera.says(1);
        camera.hold(LONG);
        camera.says(2);
        camera.press(guest.control("guest.ready.join"));
        guest.hears("guest.asking");
        camera.says(3);
        camera.hold(LONG);
        guest.page().evaluate("() => window.allowDevices()");
        seesTheOther(guest);
        camera.says(4);
        camera.hold(LONG);
        camera.isPoster();
        camera.says(5);
        camera.press(guest.farVideo());
        camera.hold(3);
        guest.farVideo().click();
        camera.says(6);
        camera.press(guest.control("guest.flip"));
        camera.hold(2);
        camera.says(7);
        camera.press(guest.control("micro"));
        guest.hears("micro.off");
        camera.hold(2);
        camera.press(guest.control("micro"));
        camera.hold(2);
        camera.says(8);
        camera.press(guest.control("leave"));
        guest.hears("guest.finished");
        camera.hold(3);
        camera.cut(180);
    }

    static void seesTheOther(CallPage side) {
        side.farVideo().waitFor();
        side.witness().seesAPicture();
    }

    static NewContextOptions small() {
        return new NewContextOptions()
                .setViewportSize(360, 640)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    private static NewContextOptions wide() {
        return new NewContextOptions().setViewportSize(1280, 720);
    }

    private Locator field(CallPage side, String key) {
        return side.page().getByLabel(tongue.page(key), new GetByLabelOptions().setExact(true));
    }

    static Locator link(CallPage side, String name) {
        return side.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name))
                .first();
    }

    @AfterEach
    void keepWhatWasSeen() {
        seen.keep();
    }
}
