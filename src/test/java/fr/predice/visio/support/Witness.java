package fr.predice.visio.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What really reaches one side of a call, told by its browser's own statistics and by the pixels of the video. */
public final class Witness {
    private static final double BLACK = 12;
    /** The fake microphone beeps each second: this long without energy is silence. */
    private static final double SEVERAL_BEEPS = 2.2;

    private static final double SILENCE = 1e-6;
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final Duration OFTEN = Duration.ofMillis(50);

    private final Function<String, Object> page;
    private final Function<String, Object> farVideo;

    /**
     * @param page calls a function in the page
     * @param farVideo calls one with the video of the other side
     */
    Witness(Function<String, Object> page, Function<String, Object> farVideo) {
        this.page = page;
        this.farVideo = farVideo;
    }

    /** Frames decoded; energy of the sound and seconds of it, heard so far on this connection. */
    private record Received(double frames, double energy, double seconds, double connection) {
        boolean hasNewFrames(Received before) {
            return connection == before.connection && frames > before.frames;
        }

        /** What was counted before, unless another connection counts from nothing. */
        Received orNothing(Received now) {
            return connection == now.connection ? this : new Received(0, 0, 0, now.connection);
        }
    }

    public void seesFramesComing() {
        seesFramesAfter(received());
    }

    private void seesFramesAfter(Received before) {
        until(
                "frames decoded after the first " + before.frames(),
                this::received,
                now -> now.frames() >= before.orNothing(now).frames() + 5);
    }

    /** Both from the same moment on: who waits for one has not missed the other. */
    public void seesAndHears() {
        var before = received();
        seesFramesAfter(before);
        hearsSoundAfter(before);
    }

    /** From now on, on this connection or on whatever replaces it. */
    public void seesNewFrames() {
        var before = new AtomicReference<>(received());
        until("new frames", this::received, now -> now.hasNewFrames(before.getAndSet(now)));
    }

    public void hearsSound() {
        hearsSoundAfter(received());
    }

    private void hearsSoundAfter(Received before) {
        until(
                "sound after " + before.energy(),
                this::received,
                now -> now.energy() > before.orNothing(now).energy() + SILENCE);
    }

    public void hearsSilence() {
        until("silence", this::energyOfSeveralBeeps, energy -> energy < SILENCE);
    }

    /** The fake microphone beeps each second: not one second in which nothing arrived would be noticed, three would. */
    public void hearsSeveralBeeps() {
        until("several beeps", this::energyOfSeveralBeeps, energy -> energy > SILENCE);
    }

    public void seesTheLastPictureStand() {
        until("no more frames", this::framesOfSeveralBeeps, frames -> frames == 0);
    }

    public void seesAPicture() {
        until("a picture that is not black", this::brightness, brightness -> brightness > 4 * BLACK);
    }

    public void seesBlack() {
        until("a black picture", this::brightness, brightness -> brightness < BLACK);
    }

    /** Kinds of the two candidates in use. */
    public List<?> route() {
        return until("a way", () -> (List<?>) page.apply("() => witness.route()"), way -> way.size() == 2);
    }

    /** How our side reaches its relay: udp, tcp or tls. */
    public String relayProtocol() {
        return until("a relay", () -> (String) page.apply("() => witness.relayProtocol()"), way -> !way.isEmpty());
    }

    /** A word for the try at a way that our side is in, once that has found a candidate. */
    public String attempt() {
        return (String) page.apply("() => witness.attempt()");
    }

    public void makesAnotherAttemptThan(String former) {
        until("another way than " + former, this::attempt, now -> !now.isEmpty() && !now.equals(former));
    }

    /** Sound and picture go where the newest try found a way. Chromium tells so on the side that offers. */
    public void usesItsLastAttempt() {
        until(
                "the last way in use",
                () -> (Boolean) page.apply(
                        "() => witness.attemptInUse().then((used) => used !== '' && used === witness.attempt())"),
                Boolean.TRUE::equals);
    }

    public Instant credentialsExpire() {
        return Instant.ofEpochSecond(((Number) page.apply("() => witness.credentialsExpire()")).longValue());
    }

    /** The browser comes back from a moment without network. */
    public void changesNetwork() {
        page.apply("() => window.dispatchEvent(new Event('online'))");
    }

    /** Connections opened from now on find no way at all. */
    public void isBlocked() {
        page.apply("() => sessionStorage.setItem('blocked', 'yes')");
    }

    public void isUnblocked() {
        page.apply("() => witness.unblock()");
    }

    /** The person's side wants another connection, which the two pages then both begin. */
    public void asksForAnotherConnection() {
        page.apply("() => witness.asksForAnother()");
    }

    /** How large the other side is shown. */
    public double scale() {
        return ((Number) farVideo.apply("video => witness.scale(video)")).doubleValue();
    }

    public void cutSockets() {
        page.apply("() => witness.cutSockets()");
    }

    /** Sockets opened since the page was loaded. */
    public int sockets() {
        return ((Number) page.apply("() => witness.sockets()")).intValue();
    }

    /** Connections opened since the page was loaded. */
    public int connections() {
        return ((Number) page.apply("() => witness.connections()")).intValue();
    }

    private double energyOfSeveralBeeps() {
        var before = received();
        return severalBeepsAfter(before).energy() - before.energy();
    }

    private double framesOfSeveralBeeps() {
        var before = received();
        return severalBeepsAfter(before).frames() - before.frames();
    }

    private Received severalBeepsAfter(Received before) {
        return until("sound being played", this::received, now -> now.seconds() >= before.seconds() + SEVERAL_BEEPS);
    }

    private double brightness() {
        return ((Number) farVideo.apply("video => witness.brightness(video)")).doubleValue();
    }

    private Received received() {
        var told = (Map<?, ?>) page.apply("() => witness.received()");
        return new Received(
                number(told, "frames"), number(told, "energy"), number(told, "seconds"), number(told, "connection"));
    }

    /** In this thread: Playwright belongs to the one that started it. */
    private static <T> T until(String expected, Supplier<T> look, Predicate<T> enough) {
        return await(expected)
                .pollInSameThread()
                .pollInterval(OFTEN)
                .atMost(PATIENCE)
                .until(look::get, enough);
    }

    private static double number(Map<?, ?> told, String name) {
        return ((Number) told.get(name)).doubleValue();
    }
}
