package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A phone whose network carries little. */
@ExtendWith(StackExtension.class)
class WeakNetworkIT {
    private static final int BYTES_PER_SECOND = 6000;
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration SLOWLY = Duration.ofSeconds(90);

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    @Test
    void keepsTheSoundBeforeThePictureAndSaysSoOnBothSides(Stack stack) {
        var meeting = new People(stack)
                .meet(browsers.desk(Tongue.FRENCH), browsers.phone(Tongue.FRENCH))
                .bothSeeAndHear();

        var network = weak(meeting.guest().page());
        sees(meeting.guest(), "saving", SOON);
        sees(meeting.organizer(), "room.far.saving", SOON);
        meeting.organizer().witness().hearsSound();

        network.detach();
        gone(meeting.guest(), "saving");
        gone(meeting.organizer(), "room.far.saving");
        meeting.organizer().witness().seesFramesComing();
        meeting.organizer().witness().hearsSound();
    }

    private static CDPSession weak(Page page) {
        var network = page.context().newCDPSession(page);
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", BYTES_PER_SECOND);
        network.send("Network.enable");
        network.send("Network.emulateNetworkConditions", conditions);
        return network;
    }

    private static void sees(CallPage side, String key, Duration within) {
        assertThat(side.sentence(key)).isVisible(new IsVisibleOptions().setTimeout(within.toMillis()));
    }

    private static void gone(CallPage side, String key) {
        assertThat(side.sentence(key)).hasCount(0, new HasCountOptions().setTimeout(SLOWLY.toMillis()));
    }
}
