package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.Meeting;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both came, and their networks let nothing through: the telephone, while the call goes on trying. */
@ExtendWith(StackExtension.class)
class PlanBIT {
    private static final Duration PLAN_B = Duration.ofSeconds(35);

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    @Test
    void telephonesWhileTheCallGoesOnTrying(Stack stack) throws Exception {
        var meeting = blockedMeeting(stack);

        sees(meeting.organizer(), "room.planb");
        sees(meeting.guest(), "guest.planb");
        assertThat(meeting.organizer().page().locator("a.stage-telephone"))
                .hasAttribute("href", "tel:+33" + meeting.number().substring(1));
        meeting.sides().forEach(side -> AxeReview.pass("planb", side.page()));
        await().untilAsserted(() -> assertThat(Files.readString(stack.serverLog()))
                .containsPattern("No connection in room [-0-9a-f]{36} for the participant: "
                        + "no_candidates, own \\[], far \\[.*host.*], chrome [0-9]+")
                .containsPattern("No connection in room [-0-9a-f]{36} for the organizer: "
                        + "no_far_candidates, own \\[.*host.*], far \\[], chrome [0-9]+"));

        meeting.guest().witness().isUnblocked();
        meeting.bothSeeAndHear();
        assertThat(meeting.organizer().sentence("room.planb")).hasCount(0);
        assertThat(meeting.guest().sentence("guest.planb")).hasCount(0);
    }

    private static Meeting blockedMeeting(Stack stack) {
        var meeting = new People(stack)
                .almostMeet(browsers.desk(Tongue.FRENCH), browsers.phone(Tongue.FRENCH), OrganizerAtDesk::invite);
        meeting.guest().witness().isBlocked();
        meeting.guest().join();
        return meeting;
    }

    private static void sees(CallPage side, String key) {
        assertThat(side.sentence(key)).isVisible(new IsVisibleOptions().setTimeout(PLAN_B.toMillis()));
    }
}
