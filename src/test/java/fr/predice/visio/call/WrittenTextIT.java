package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.Meeting;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Writing beside the call, for who hears badly: each letter is seen as it is typed. */
@ExtendWith(StackExtension.class)
class WrittenTextIT {
    private static final int ROOM_FOR_A_FACE = 110;

    @RegisterExtension
    static final Browsers browsers = Browsers.willing().shared();

    static People people;
    static Meeting meeting;
    static OrganizerAtDesk organizer;
    static GuestOnPhone guest;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
    }

    @BeforeEach
    void meet() {
        if (browsers.areClosed()) {
            meeting = people.meet(browsers.desk(Tongue.FRENCH), browsers.phone(Tongue.FRENCH))
                    .bothSeeAndHear();
            organizer = meeting.organizer();
            guest = meeting.guest();
        }
    }

    @Test
    void showsEachLetterBeforeTheLineIsEnded() {
        meeting.sides().forEach(CallPage::toggleMicrophone);
        guest.hears("guest.far.micro");
        assertThat(organizer.control("leave").boundingBox().y)
                .as("all controls in one row")
                .isEqualTo(organizer.control("camera").boundingBox().y);
        organizer.page().keyboard().press("e");
        assertThat(organizer.textField()).isFocused();
        organizer.page().keyboard().type("Bonjoir");
        assertThat(guest.textBegun()).hasText("Bonjoir");
        assertThat(guest.textField()).isVisible();
        assertThat(guest.textField()).not().isFocused();
        guest.hears("text.note");

        type("Backspace", "Backspace");
        assertThat(guest.textBegun()).hasText("Bonjo");
        organizer.page().keyboard().type("ur");
        type("Enter");
        assertThat(guest.textLines()).hasText(said("guest.text.other", "Bonjour"));
        assertThat(organizer.textLines()).hasText(said("text.you", "Bonjour"));
        assertThat(guest.textBegun()).isHidden();
        assertThat(spoken(guest)).hasText(written("guest.text.writes", "Bonjour"));

        guest.textField().pressSequentially("مرحبا");
        assertThat(organizer.textBegun()).hasText("مرحبا");
        assertThat(organizer.textBegun()).hasCSS("direction", "rtl");
        assertThat(spoken(organizer)).hasText(written("room.text.writes", "مرحبا"));
        guest.textField().press("Enter");
        assertThat(organizer.textLines()).hasCount(2);
        assertThat(organizer.textLines().last()).hasText(said("room.text.other", "مرحبا"));
        assertThat(organizer.textField()).isFocused();

        compose("imeSetComposition", "にほ");
        assertThat(guest.textBegun()).hasText("にほ");
        compose("insertText", "日本");
        assertThat(guest.textBegun()).hasText("日本");
        assertThat(organizer.textField()).hasValue("日本");
    }

    @Test
    void outlivesTheConnectionAndLosesNoLetter() {
        browsers.closeAll();
        meet();
        write(guest).fill("Un\nDeux\nTro");
        assertThat(organizer.textBegun()).hasText("Tro");
        var connections = guest.witness().connections();

        guest.witness().asksForAnotherConnection();
        guest.textField().pressSequentially("is\nQua");
        await().pollInSameThread().until(() -> guest.witness().connections() == connections + 1);
        guest.textField().pressSequentially("tre");
        assertThat(organizer.textBegun()).hasText("Quatre");
        hasLines(organizer, "room.text.other", "Un", "Deux", "Trois");

        // A page that was loaded again has lost what it said itself: it hears again what was said to it.
        organizer.textField().fill("Moi");
        assertThat(guest.textBegun()).hasText("Moi");
        organizer.page().reload();
        assertThat(organizer.textBegun()).hasText("Quatre");
        hasLines(organizer, "room.text.other", "Un", "Deux", "Trois");
        assertThat(guest.textLines()).hasCount(4);
        assertThat(guest.textLines().last()).hasText(said("guest.text.other", "Moi"));
        meeting.bothSeeAndHear();
        browsers.closeAll();
    }

    @Test
    void tellsWhoClosedItThatTheOtherWrites() {
        browsers.closeAll();
        meet();
        write(guest).fill("Bonj");
        assertThat(organizer.textBegun()).hasText("Bonj");
        organizer.textField().press("Escape");
        assertThat(organizer.textField()).isHidden();
        assertThat(organizer.control("text.write")).isFocused();

        guest.textField().fill("Bonjour\n");
        organizer.hears("room.text.unseen");
        assertThat(organizer.textField()).isHidden();
        organizer.control("text.write").click();
        hasLines(organizer, "room.text.other", "Bonjour");
        assertThat(organizer.sentence("room.text.unseen")).isHidden();

        guest.leave();
        organizer.hears("text.waits");
        organizer.textField().fill("Au revoir");
        guest.button(guest.tongue().call("guest.finished.back")).tap();
        assertThat(guest.textBegun()).hasText("Au revoir");
        assertThat(guest.textLines()).hasCount(0);
        organizer.leave();
        organizer.hears("room.ended");
        assertThat(organizer.page().locator("[data-lines] li")).hasCount(0);
        browsers.closeAll();
    }

    /** Upright, on the smallest phone, and lying: the keyboard takes the rest. */
    @Test
    void leavesRoomForAFaceAboveTheKeyboard() {
        write(guest);
        for (var size : new int[][] {{390, 844, 336}, {320, 568, 260}, {844, 390, 200}}) {
            guest.textField().blur();
            guest.page().setViewportSize(size[0], size[1]);
            isWhole(guest.control("leave"));
            hasRoomForAFace();

            guest.textField().focus();
            guest.page().setViewportSize(size[0], size[1] - size[2]);
            assertThat(guest.control("leave")).isHidden();
            isWhole(guest.textField());
            hasRoomForAFace();
        }
        guest.textField().blur();
        guest.page().setViewportSize(390, 844);
        isWhole(guest.control("leave"));
    }

    private static void hasRoomForAFace() {
        assertThat(guest.farVideo().boundingBox().height).isGreaterThanOrEqualTo(ROOM_FOR_A_FACE);
        assertThat(guest.farVideo().boundingBox().y).isGreaterThanOrEqualTo(0);
    }

    private static void isWhole(Locator part) {
        assertThat(part).isInViewport(new IsInViewportOptions().setRatio(1));
    }

    private static Locator write(CallPage side) {
        if (side.textField().isHidden()) {
            side.control("text.write").click();
        }
        return side.textField();
    }

    private static void hasLines(CallPage side, String who, String... texts) {
        assertThat(side.textLines()).hasCount(texts.length);
        for (var at = 0; at < texts.length; at++) {
            assertThat(side.textLines().nth(at)).hasText(said(who, texts[at]));
        }
    }

    private static Locator spoken(CallPage side) {
        return side.page().locator("[data-spoken]");
    }

    private static Pattern said(String who, String text) {
        return Pattern.compile("^" + Tongue.FRENCH.call(who) + "\\s+" + text + "$");
    }

    private static String written(String writes, String text) {
        return Tongue.FRENCH.call(writes) + " " + text;
    }

    /** As a keyboard does that puts letters together from several keys. */
    private static void compose(String step, String text) {
        var wanted = new JsonObject();
        wanted.addProperty("text", text);
        if (step.startsWith("ime")) {
            wanted.addProperty("selectionStart", text.length());
            wanted.addProperty("selectionEnd", text.length());
        }
        organizer.page().context().newCDPSession(organizer.page()).send("Input." + step, wanted);
    }

    private static void type(String... keys) {
        for (var key : keys) {
            organizer.page().keyboard().press(key);
        }
    }
}
