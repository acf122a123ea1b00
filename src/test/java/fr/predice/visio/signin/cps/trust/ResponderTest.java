package fr.predice.visio.signin.cps.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.support.TestAuthority;
import fr.predice.visio.support.TestCard;
import fr.predice.visio.support.TestResponder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which answers of a responder count, for how long, and how many wait for one. */
class ResponderTest {
    private static final TestAuthority AUTHORITY = TestAuthority.quick();
    private static final TestCard CARD = AUTHORITY.card("899700735741");

    /** A little later than what it answers, or nothing would be revoked yet. */
    private static final Instant NOW = Instant.now().plusSeconds(30);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TestResponder web;
    private Responder responder;

    @BeforeEach
    void start() {
        web = new TestResponder(AUTHORITY);
        responder = responder();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void countsNoAnswerThatWasKeptFromBefore() {
        web.says(NOW.minus(Duration.ofHours(35)), NOW.plus(DAY));
        assertThat(fresh(CARD)).isEqualTo(Status.GOOD);
        web.says(NOW.minus(Duration.ofHours(37)), NOW.plus(DAY));
        assertThat(fresh(CARD)).isEqualTo(Status.UNKNOWN);

        web.says(NOW.minus(Duration.ofHours(2)), NOW.minus(Duration.ofHours(1)));
        assertThat(fresh(CARD)).as("the next one was due").isEqualTo(Status.UNKNOWN);
        web.says(NOW.plus(Duration.ofHours(1)), NOW.plus(DAY));
        assertThat(fresh(CARD)).as("from tomorrow").isEqualTo(Status.UNKNOWN);
    }

    /** The page asks, and its button does not ask again. */
    @Test
    void keepsAnAnswerForAMomentAndNoSilence() {
        web.signAs(TestAuthority.quick());
        assertThat(at(NOW)).isEqualTo(Status.UNKNOWN);
        web.signAs(AUTHORITY);
        assertThat(at(NOW)).isEqualTo(Status.GOOD);
        assertThat(web.asked()).isEqualTo(2);

        var lost = AUTHORITY.card("899700735741");
        AUTHORITY.revoke(lost);
        assertThat(responder.of(lost.certificate(), AUTHORITY.issuer(), NOW)).isEqualTo(Status.REVOKED);
        assertThat(at(NOW.plusSeconds(44))).isEqualTo(Status.GOOD);
        assertThat(web.asked()).isEqualTo(3);
        at(NOW.plusSeconds(46));
        assertThat(web.asked()).isEqualTo(4);
    }

    /** Of the threads that serve cards, a silent responder holds a few. */
    @Test
    void letsFewWait() {
        web.fallSilent();
        var outside = new Outside(Optional.empty(), PATIENCE, 1000);
        var threads = Executors.newFixedThreadPool(Outside.MOST_WAITING);
        for (var one = 0; one < Outside.MOST_WAITING; one++) {
            threads.submit(() -> outside.get(web.list()));
        }
        await().until(() -> web.asked() == Outside.MOST_WAITING);

        var before = System.nanoTime();
        assertThatThrownBy(() -> outside.get(web.list()))
                .isInstanceOf(IOException.class)
                .hasMessage("8 wait for an answer already");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE.dividedBy(4));
        var setting = new Settings.Ocsp(Optional.of(web.ocsp()), PATIENCE, false);
        assertThatThrownBy(() -> new Responder(setting, outside).of(CARD.certificate(), AUTHORITY.issuer(), NOW))
                .as("who fills the queue gets no list in its place")
                .isInstanceOf(CardRefused.class);
        threads.shutdownNow();
    }

    @Test
    void asksAboutACardOnceAtATime() {
        web.fallSilent();
        var before = web.asked();
        var first = Executors.newSingleThreadExecutor();
        first.submit(() -> at(NOW));
        await().until(() -> web.asked() > before);

        assertThatThrownBy(() -> at(NOW)).isInstanceOf(CardRefused.class);
        first.shutdownNow();
    }

    private Status at(Instant now) {
        return responder.of(CARD.certificate(), AUTHORITY.issuer(), now);
    }

    private Status fresh(TestCard card) {
        return responder().of(card.certificate(), AUTHORITY.issuer(), NOW);
    }

    private Responder responder() {
        var setting = new Settings.Ocsp(Optional.of(web.ocsp()), PATIENCE, false);
        return new Responder(setting, Responder.outside(setting, Optional.empty()));
    }
}
