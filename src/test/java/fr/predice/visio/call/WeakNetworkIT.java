package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
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

/** A phone whose browser tells of a network that carries little. */
@ExtendWith(StackExtension.class)
class WeakNetworkIT {
    /** What a full pipe of 40 kbit/s looks like in the browser's own figures, while {@code weak} is set. */
    private static final String FIGURES = """
            (() => {
              const known = RTCPeerConnection.prototype.getStats;
              const full = {
                'remote-inbound-rtp': { roundTripTime: 1.6, fractionLost: 0.4 },
                'candidate-pair': { availableOutgoingBitrate: 40000 },
              };
              RTCPeerConnection.prototype.getStats = async function (...asked) {
                const report = await known.apply(this, asked);
                const told = new Map();
                report.forEach((entry, id) => told.set(id, window.weak ? { ...entry, ...full[entry.type] } : entry));
                return told;
              };
            })()""";

    private static final Duration SLOWLY = Duration.ofSeconds(60);

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    @Test
    void keepsTheSoundBeforeThePictureAndSaysSoOnBothSides(Stack stack) {
        var meeting = new People(stack)
                .meet(browsers.desk(Tongue.FRENCH), browsers.phone(Tongue.FRENCH, FIGURES))
                .bothSeeAndHear();

        meeting.guest().page().evaluate("() => { window.weak = true; }");
        meeting.guest().hears("saving");
        meeting.organizer().hears("room.far.saving");
        meeting.organizer().witness().seesTheLastPictureStand();
        meeting.organizer().witness().hearsSound();
        meeting.guest().witness().seesFramesComing();

        meeting.guest().page().evaluate("() => { window.weak = false; }");
        isNoLongerSaid(meeting.guest(), "saving");
        isNoLongerSaid(meeting.organizer(), "room.far.saving");
        meeting.organizer().witness().seesFramesComing();
        meeting.organizer().witness().hearsSound();
    }

    private static void isNoLongerSaid(CallPage side, String key) {
        assertThat(side.sentence(key)).hasCount(0, new HasCountOptions().setTimeout(SLOWLY.toMillis()));
    }
}
