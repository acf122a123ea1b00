package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The call as the invited person sees it on a phone, from the wait to the last word. */
@ExtendWith(StackExtension.class)
class GuestStageIT {
    private static final int TOUCHED = 56;
    private static final int ROOM_FOR_A_FACE = 110;

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static People people;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
    }

    @Test
    void saysWhoIsExpectedForHowLongAndWhomToCall() {
        var guest = people.guest(browsers.phone(Tongue.FRENCH));
        guest.page().clock().install();
        guest.open(people.invited());
        guest.join();
        guest.hears("guest.waiting");
        assertThat(guest.page().getByText("Camille Martin va vous rejoindre.")).isVisible();
        var timer = guest.page().getByRole(AriaRole.TIMER);
        assertThat(timer).hasText(Pattern.compile("00:\\d\\d"));
        assertThat(guest.sentence("guest.late")).hasCount(0);

        guest.page().clock().fastForward("02:00");

        assertThat(guest.page().getByText("Camille Martin a un peu de retard.")).isVisible();
        assertThat(timer).hasText(Pattern.compile("02:\\d\\d"));
        assertThat(guest.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName("03 22 00 00 71")))
                .hasAttribute("href", "tel:0322000071");
    }

    @Test
    void saysWhatIsKeptOnceItIsOverAndLetsThePersonComeBackWhileTheLinkLives() {
        var meeting = people.meet(browsers.desk(Tongue.FRENCH), browsers.phone(Tongue.FRENCH))
                .bothSeeAndHear();
        var guest = meeting.guest();
        guest.leave();
        guest.hears("guest.finished");
        saysWhatIsKept(guest);

        guest.button(guest.tongue().call("guest.finished.back")).tap();
        meeting.bothSeeAndHear();

        meeting.organizer().leave();
        guest.hears("guest.ended");
        saysWhatIsKept(guest);
        assertThat(guest.button(guest.tongue().call("guest.finished.back"))).isHidden();
    }

    private static void saysWhatIsKept(GuestOnPhone guest) {
        var kept =
                new MessageFormat(guest.tongue().call("guest.kept"), Locale.FRENCH).format(new Object[] {"2\u00a0h"});
        assertThat(guest.page().getByText(kept)).isVisible();
        guest.hears("guest.kept.photos");
    }

    /** Upright, lying on its side, the smallest there is, and with letters twice as large. */
    @ParameterizedTest
    @CsvSource({
        "FRENCH, 390, 844, 100",
        "ENGLISH, 320, 568, 100",
        "FRENCH, 844, 390, 100",
        "ENGLISH, 568, 320, 100",
        "FRENCH, 320, 568, 200",
        "ENGLISH, 844, 390, 200"
    })
    void hasRoomForAFaceAndForEveryControl(Tongue tongue, int width, int height, int letters) {
        var guest = people.guest(browsers.phone(tongue)).open(people.invited());
        guest.page().setViewportSize(width, height);
        guest.join();
        guest.hears("guest.waiting");
        enlargeLetters(guest.page(), letters);

        for (var name : List.of("micro", "camera", "guest.flip", "leave")) {
            var control = guest.control(name);
            assertThat(control).isInViewport(new IsInViewportOptions().setRatio(1));
            assertThat(control.boundingBox().height).as(name).isGreaterThanOrEqualTo(TOUCHED);
            assertThat(cut(control)).as(name).isFalse();
        }
        assertThat(guest.page().locator(".stage-scene").boundingBox().height).isGreaterThanOrEqualTo(ROOM_FOR_A_FACE);
        guest.toggleMicrophone();
        guest.toggleCamera();
        guest.hears("camera.off");
        assertThat(bottom(guest.page().locator(".stage-notes")))
                .isLessThanOrEqualTo(bottom(guest.page().locator(".stage-scene")));
        assertThat(guest.page()
                        .evaluate("() => document.documentElement.scrollHeight > innerHeight"
                                + " || document.documentElement.scrollWidth > innerWidth"))
                .isEqualTo(false);
    }

    /** As the person's own setting for all pages does. */
    private static void enlargeLetters(Page page, int percent) {
        page.evaluate("(size) => document.documentElement.style.setProperty('font-size', size)", percent + "%");
    }

    private static double bottom(Locator part) {
        var box = part.boundingBox();
        return box.y + box.height;
    }

    private static boolean cut(Locator control) {
        return (boolean)
                control.evaluate("(one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight");
    }
}
