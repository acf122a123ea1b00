package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.Meeting;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the professional has at hand during a call, by its labels and by the keyboard. */
@ExtendWith(StackExtension.class)
class RoomToolsIT {
    /** Counts the notes that are played. */
    private static final String LISTEN = """
            window.notes = 0;
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (at) { window.notes += 1; start.call(this, at); };
            """;

    @RegisterExtension
    static final Browsers browsers = Browsers.willing().shared();

    static People people;

    static OrganizerAtDesk organizer;
    static GuestOnPhone guest;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
    }

    @BeforeEach
    void meet() {
        if (browsers.areClosed()) {
            meetAnew();
        }
    }

    private static void meetAnew() {
        Meeting meeting = people.meet(browsers.desk(Tongue.FRENCH, LISTEN), browsers.phone(Tongue.FRENCH))
                .bothSeeAndHear();
        organizer = meeting.organizer();
        guest = meeting.guest();
    }

    @Test
    void choosesACameraByNameAndRemembersIt() {
        var first = organizer.camera();
        press("room.camera.choose");
        var other = organizer.page().getByLabel("fake_device_1");
        assertThat(organizer.page().getByLabel("fake_device_0")).isChecked();
        other.check();
        await().pollInSameThread().until(organizer::camera, now -> !now.isEmpty() && !now.equals(first));
        var second = organizer.camera();
        organizer.page().keyboard().press("Escape");
        assertThat(other).isHidden();
        assertThat(organizer.button(text("room.camera.choose"))).isFocused();

        organizer.page().reload();
        await().pollInSameThread().until(organizer::camera, second::equals);
        browsers.closeAll();
    }

    @Test
    void keepsTheMicrophoneOffWhenItIsChanged() {
        organizer.toggleMicrophone();
        guest.hears("guest.far.micro");
        press("room.micro.choose");
        organizer.page().getByLabel("Fake Audio Input 2").check();
        await().pollInSameThread().until(() -> organizer.microphone().contains("Fake Audio Input 2"));
        guest.witness().hearsSilence();

        organizer.toggleMicrophone();
        guest.witness().hearsSound();
        type("Escape");
    }

    @Test
    void movesItsLevelAsOneSpeaks() {
        press("room.micro.choose");
        var level = organizer.page().locator(".menu [data-level]");
        await().pollInSameThread()
                .until(
                        () -> (Number) level.evaluate("bar => new DOMMatrix(getComputedStyle(bar).transform).a"),
                        loud -> loud.doubleValue() > 0.2);
        type("Escape");
    }

    @Test
    void takesPhotosThatStayInThePage() throws IOException {
        var sent = new ArrayList<String>();
        organizer.page().onRequest(request -> sent.add(request.method() + " " + request.url()));
        press("room.photo");
        guest.hears("guest.photo");
        organizer.hears("room.photo.taken");

        var photo = organizer.page().locator(".photos-picture img");
        assertThat(photo).hasCount(1);
        var size = organizer.farVideo().evaluate("video => [video.videoWidth, video.videoHeight].join()");
        assertThat(photo.evaluate("image => [image.naturalWidth, image.naturalHeight].join()"))
                .isEqualTo(size);
        photo.click();
        assertThat(organizer.page().locator("[data-photo-large]")).isVisible();
        organizer.page().keyboard().press("Enter");
        assertThat(organizer.page().locator("[data-photo-large]")).isHidden();

        var save = organizer.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName(text("room.photo.save")));
        var file = organizer.page().waitForDownload(save::click);
        assertThat(file.suggestedFilename()).matches("visio-\\d{4}-\\d\\d-\\d\\d-\\d\\dh\\d\\dm\\d\\d\\.jpg");
        var kept = ImageIO.read(file.path().toFile());
        assertThat(kept.getWidth() + "," + kept.getHeight()).isEqualTo(size);
        assertThat(Files.size(file.path())).isPositive();
        assertThat(sent).noneMatch(line -> line.startsWith("POST"));

        organizer.button(text("room.photo.delete")).click();
        assertThat(photo).hasCount(0);
    }

    @Test
    void asksBeforePhotosAreLost() {
        press("room.photo");
        press("room.photo");
        var photos = organizer.page().locator(".photos-picture");
        assertThat(photos).hasCount(2);
        organizer.button(text("room.photo.delete")).first().click();
        assertThat(photos).hasCount(1);

        organizer.leave();
        organizer.hears("room.leaving");
        press("room.leaving.stay");
        organizer.witness().seesFramesComing();
        organizer.leave();
        press("room.leaving.leave");
        organizer.hears("room.ended");
        assertThat(photos).hasCount(0);
        guest.hears("guest.ended");
        browsers.closeAll();
    }

    @Test
    void movesItsOwnPictureOutOfTheWay() {
        var self = organizer.page().locator("[data-self]");
        var before = self.boundingBox();
        self.click();
        assertThat(self.boundingBox().x).isLessThan(before.x);
        self.press("Enter");
        assertThat(self.boundingBox().y).isLessThan(before.y);

        var scene = organizer.page().locator(".stage-scene").boundingBox();
        organizer.page().mouse().move(self.boundingBox().x + 20, self.boundingBox().y + 20);
        organizer.page().mouse().down();
        organizer.page().mouse().move(scene.x + scene.width - 30, scene.y + scene.height - 30);
        organizer.page().mouse().up();
        assertThat(self.boundingBox().x).isEqualTo(before.x);
        assertThat(self.boundingBox().y).isEqualTo(before.y);
    }

    @Test
    void fillsTheScreenAndComesBack() {
        press("room.screen");
        await().pollInSameThread().until(this::fullscreen);
        assertThat(organizer.button(text("leave"))).isVisible();
        press("room.screen");
        await().pollInSameThread().until(() -> !fullscreen());
    }

    @Test
    void saysHowTheConnectionIsAndByWhatFigures() {
        var quality = organizer.button(text("room.quality"));
        assertThat(quality).containsText(Pattern.compile(text("room.quality.good") + "|" + text("room.quality.fair")));
        quality.click();
        organizer.hears("room.quality.direct");
        assertThat(organizer.page().locator("[data-text=quality-trip]")).containsText(" ms");
        assertThat(organizer.page().locator("[data-text=quality-rateIn]")).containsText("bit/s");
        assertThat(organizer.page().locator("[data-text=quality-picture]")).containsText("×");
        press("room.close");
        assertThat(quality).isFocused();
    }

    @Test
    void obeysTheKeyboardUnlessToldNotTo() {
        type("m");
        guest.hears("guest.far.micro");
        // As with Caps Lock.
        type("M");
        assertThat(organizer.button(text("micro")).first()).hasAttribute("aria-pressed", "true");
        type("c");
        guest.hears("guest.far.camera");
        type("c");
        type("p");
        guest.hears("guest.photo");
        type("a");
        assertThat(organizer.page().locator("#call")).hasClass(Pattern.compile("enlarged"));
        var stage = organizer.page().locator(".stage").boundingBox();
        assertThat(stage.width + "×" + stage.height).isEqualTo("1366.0×768.0");
        type("Escape");
        type("Shift+Q");
        assertThat(organizer.control("leave")).isFocused();
        organizer.witness().seesFramesComing();

        type("?");
        organizer.hears("room.key.list");
        press("room.keys.on");
        type("Escape");
        type("m");
        assertThat(organizer.button(text("micro")).first()).hasAttribute("aria-pressed", "true");
        browsers.closeAll();
    }

    @Test
    void isToldOnceThatThePersonArrivedAndCanHushIt() {
        browsers.closeAll();
        meetAnew();
        assertThat(organizer.page()).hasTitle("● " + text("room.arrived"));
        assertThat(notes()).isEqualTo(2);

        press("room.keys");
        press("room.chime.on");
        guest.leave();
        organizer.hears("room.left");
        assertThat(organizer.page()).hasTitle(Pattern.compile(text("room.title")));
        guest.button(text("guest.finished.back")).tap();
        organizer.witness().seesFramesComing();
        assertThat(notes()).isEqualTo(2);
        browsers.closeAll();
    }

    private Object notes() {
        return organizer.page().evaluate("() => window.notes");
    }

    private boolean fullscreen() {
        return (boolean) organizer.page().evaluate("() => Boolean(document.fullscreenElement)");
    }

    private void type(String key) {
        organizer.page().keyboard().press(key);
    }

    private void press(String key) {
        var exactly = new GetByRoleOptions().setName(text(key)).setExact(true);
        organizer.page().getByRole(AriaRole.BUTTON, exactly).click();
    }

    private static String text(String key) {
        return Tongue.FRENCH.call(key);
    }
}
