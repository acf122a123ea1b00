package fr.predice.visio.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Database;
import fr.predice.visio.support.MovedClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageQueueIT {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static Database database;

    private final MovedClock clock = new MovedClock();
    private MessageQueue queue;
    private Posts posts;

    @BeforeAll
    static void start() {
        database = Database.startEmpty("it-queue");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() throws SQLException {
        var node = database.node();
        queue = new MessageQueue(node, clock, LEASE);
        posts = new Posts(node);
        posts.deleteAll();
    }

    @Test
    void givesAMessageToOneNodeAlone() throws SQLException {
        var id = posts.post(clock.instant());

        var claim = queue.next().orElseThrow();

        assertThat(claim.message()).isEqualTo(id);
        assertThat(claim.sms(Posts.CIPHER).text()).isEqualTo(id.toString());
        assertThat(queue.next()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "REFUSED", "UNKNOWN"})
    void wipesWhatIsSettled(Outcome.Kind kind) throws SQLException {
        var id = posts.post(clock.instant());
        var outcome = new Outcome(
                kind,
                "as the test says",
                Outcome.accepted().reference(),
                Outcome.accepted().retryAfter());

        var news = queue.record(queue.next().orElseThrow(), outcome);

        var expected = List.of(Delivery.SENT, Delivery.FAILED, Delivery.UNKNOWN)
                .get(List.of(Outcome.Kind.ACCEPTED, Outcome.Kind.REFUSED, Outcome.Kind.UNKNOWN)
                        .indexOf(kind));
        assertThat(posts.stateOf(id)).isEqualTo(expected);
        assertThat(posts.wiped(id)).isTrue();
        assertThat(news).containsExactly(new DeliveryState(id, expected, clock.instant()));
    }

    @Test
    void triesLaterWhatSurelyWasNotTaken() throws SQLException {
        posts.post(clock.instant());
        queue.record(queue.next().orElseThrow(), Outcome.retry("never connected"));
        assertThat(queue.next()).isEmpty();

        clock.move(Duration.ofSeconds(2));
        var second = queue.next().orElseThrow();
        assertThat(second.attempt()).isEqualTo(2);
        queue.record(second, Outcome.retry("too many", Duration.ofSeconds(50)));

        clock.move(Duration.ofSeconds(49));
        assertThat(queue.next()).isEmpty();
        clock.move(Duration.ofSeconds(1));
        assertThat(queue.next()).isPresent();
    }

    @Test
    void neverRepeatsWhatADeadNodeMayHaveSent() throws SQLException {
        var id = posts.post(clock.instant());
        queue.next().orElseThrow();

        assertThat(queue.settleAbandoned()).isEmpty();
        clock.move(LEASE);

        assertThat(queue.settleAbandoned()).containsExactly(new DeliveryState(id, Delivery.UNKNOWN, clock.instant()));
        assertThat(queue.next()).isEmpty();
        assertThat(posts.wiped(id)).isTrue();
    }

    @Test
    void believesANodeThatOnlyWasSlow() throws SQLException {
        var id = posts.post(clock.instant());
        var claim = queue.next().orElseThrow();
        clock.move(LEASE);
        queue.settleAbandoned();

        queue.record(claim, Outcome.accepted("ovh:1"));

        assertThat(posts.stateOf(id)).isEqualTo(Delivery.SENT);
    }

    @Test
    void doesNotRetryWhatASweepHasSettled() throws SQLException {
        var id = posts.post(clock.instant());
        var claim = queue.next().orElseThrow();
        clock.move(LEASE);
        queue.settleAbandoned();

        queue.record(claim, Outcome.retry("never connected"));

        assertThat(posts.stateOf(id)).isEqualTo(Delivery.UNKNOWN);
        assertThat(queue.next()).isEmpty();
    }

    @Test
    void sendsNothingLate() throws SQLException {
        var id = posts.post(clock.instant());
        clock.move(Duration.ofMinutes(30));

        assertThat(queue.next()).isEmpty();
        assertThat(queue.settleExpired()).containsExactly(new DeliveryState(id, Delivery.EXPIRED, clock.instant()));
        assertThat(posts.wiped(id)).isTrue();
    }

    @Test
    void takesTheFirstReceiptOfASentMessageAndNoOther() throws SQLException {
        var id = posts.post(clock.instant());
        queue.record(queue.next().orElseThrow(), Outcome.accepted("ovh:7"));

        assertThat(queue.receipt("ovh:8", Delivery.FAILED)).isEmpty();
        assertThat(queue.receipt("ovh:7", Delivery.DELIVERED))
                .containsExactly(new DeliveryState(id, Delivery.DELIVERED, clock.instant()));
        assertThat(queue.receipt("ovh:7", Delivery.DELIVERED)).isEmpty();
        assertThat(queue.receipt("ovh:7", Delivery.FAILED)).isEmpty();
        assertThat(posts.stateOf(id)).isEqualTo(Delivery.DELIVERED);
    }
}
