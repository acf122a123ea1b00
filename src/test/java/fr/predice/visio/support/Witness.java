package fr.predice.visio.support;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What really reaches one side of a call, told by its browser's own statistics and by the pixels of the video. */
public final class Witness {
    private static final double BLACK = 12;
    /** The fake microphone beeps each second: this long without energy is silence. */
    private static final double SEVERAL_BEEPS = 2.2;

    private static final double SILENCE = 1e-6;
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Page page;
    private final Locator farVideo;

    Witness(Page page, Locator farVideo) {
        this.page = page;
        this.farVideo = farVideo;
    }

    /** Frames decoded; energy of the sound and seconds of it, heard so far on this connection. */
    private record Received(double frames, double energy, double seconds) {}

    public void seesFramesComing() {
        var before = received().frames();
        until("frames decoded after the first " + before, this::received, now -> now.frames() >= before + 5);
    }

    public void hearsSound() {
        var before = received().energy();
        until("sound after " + before, this::received, now -> now.energy() > before + SILENCE);
    }

    public void hearsSilence() {
        until("silence", this::energyOfSeveralBeeps, energy -> energy < SILENCE);
    }

    public void seesAPicture() {
        until("a picture that is not black", this::brightness, brightness -> brightness > 4 * BLACK);
    }

    public void seesBlack() {
        until("a black picture", this::brightness, brightness -> brightness < BLACK);
    }

    /** Kinds of the two candidates in use. */
    public List<?> route() {
        return until("a way", () -> (List<?>) page.evaluate("() => witness.route()"), way -> way.size() == 2);
    }

    /** How our side reaches its relay: udp, tcp or tls. */
    public String relayProtocol() {
        return until("a relay", () -> (String) page.evaluate("() => witness.relayProtocol()"), way -> !way.isEmpty());
    }

    /** A word for the try at a way that sound and picture use now. */
    public String attempt() {
        return (String) page.evaluate("() => witness.attempt()");
    }

    public void usesAnotherAttemptThan(String former) {
        until("another way than " + former, this::attempt, now -> !now.isEmpty() && !now.equals(former));
    }

    public Instant credentialsExpire() {
        return Instant.ofEpochSecond(((Number) page.evaluate("() => witness.credentialsExpire()")).longValue());
    }

    /** The browser comes back from a moment without network. */
    public void changesNetwork() {
        page.evaluate("() => window.dispatchEvent(new Event('online'))");
    }

    /** Connections opened from now on find no way at all. */
    public void isBlocked() {
        page.evaluate("() => sessionStorage.setItem('blocked', 'yes')");
    }

    public void isUnblocked() {
        page.evaluate("() => witness.unblock()");
    }

    /** How bright the video looks on the screen, with whatever stands in for a picture. */
    public double brightnessOnScreen() {
        try {
            var seen = ImageIO.read(new ByteArrayInputStream(farVideo.screenshot()));
            return IntStream.range(0, seen.getWidth() * seen.getHeight())
                            .map(place -> seen.getRGB(place % seen.getWidth(), place / seen.getWidth()))
                            .mapToObj(Color::new)
                            .mapToInt(colour -> colour.getRed() + colour.getGreen() + colour.getBlue())
                            .average()
                            .orElse(0)
                    / 3;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How large the other side is shown. */
    public double scale() {
        return ((Number) farVideo.evaluate("video => witness.scale(video)")).doubleValue();
    }

    public void cutSockets() {
        page.evaluate("() => witness.cutSockets()");
    }

    /** Sockets opened since the page was loaded. */
    public int sockets() {
        return ((Number) page.evaluate("() => witness.sockets()")).intValue();
    }

    /** Connections opened since the page was loaded. */
    public int connections() {
        return ((Number) page.evaluate("() => witness.connections()")).intValue();
    }

    private double energyOfSeveralBeeps() {
        var before = received();
        var after =
                until("sound being played", this::received, now -> now.seconds() >= before.seconds() + SEVERAL_BEEPS);
        return after.energy() - before.energy();
    }

    private double brightness() {
        return ((Number) farVideo.evaluate("video => witness.brightness(video)")).doubleValue();
    }

    private Received received() {
        var told = (Map<?, ?>) page.evaluate("() => witness.received()");
        return new Received(number(told, "frames"), number(told, "energy"), number(told, "seconds"));
    }

    /** In this thread: Playwright belongs to the one that started it. */
    private static <T> T until(String expected, Supplier<T> look, Predicate<T> enough) {
        return await(expected).pollInSameThread().atMost(PATIENCE).until(look::get, enough);
    }

    private static double number(Map<?, ?> told, String name) {
        return ((Number) told.get(name)).doubleValue();
    }
}
