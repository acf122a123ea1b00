package fr.predice.visio.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Database;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dispatchers at work on a real database: several at once, and through a database that goes away. */
class DelivererIT {
    private static final int MANY = 5000;
    private static final int WORKERS = 4;
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private Database database;
    private Posts posts;

    @BeforeEach
    void start() {
        database = Database.startEmpty("it-deliverer");
        posts = new Posts(database.node());
    }

    @AfterEach
    void stop() {
        stopping.set(true);
        workers.shutdown();
        database.close();
    }

    @Test
    void twoDispatchersSendFiveThousandMessagesOnceEach() throws SQLException {
        var ids = posts.post(MANY, Clock.systemUTC().instant());

        var first = startNode(Duration.ZERO);
        var second = startNode(Duration.ZERO);

        await().atMost(PATIENCE).until(() -> posts.states().values().stream().allMatch(Delivery.SENT::equals));
        assertThat(sent)
                .hasSize(MANY)
                .containsOnlyKeys(ids.stream().map(Object::toString).toList());
        assertThat(sent.values()).containsOnly(1);
        assertThat(List.of(first, second))
                .allSatisfy(node -> assertThat(node.count).isPositive());
    }

    @Test
    void losesAndRepeatsNothingWhenTheDatabaseStopsAndStarts() throws Exception {
        startNode(Duration.ofMillis(20));
        startNode(Duration.ofMillis(20));
        var committed = new ArrayList<UUID>();
        for (var outage = 0; outage < 3; outage++) {
            var before = sent.size();
            posts.post(300, Clock.systemUTC().instant()).forEach(committed::add);
            await().atMost(PATIENCE).until(() -> sent.size() > before + 50);
            database.stop();
            database.startAgain();
            posts = new Posts(database.node());
        }

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> posts.states().values().stream().noneMatch(Delivery::onItsWay));
        var states = posts.states();
        assertThat(states.keySet()).containsExactlyInAnyOrderElementsOf(committed);
        assertThat(sent.values()).containsOnly(1);
        assertThat(states.values()).isSubsetOf(Delivery.SENT, Delivery.UNKNOWN);
        states.forEach((id, state) -> assertThat(state == Delivery.UNKNOWN || sent.containsKey(id.toString()))
                .isTrue());
    }

    /** A provider that takes everything and counts it. */
    private final class Node implements SmsGateway {
        private final Duration slowness;
        private volatile int count;

        private Node(Duration slowness) {
            this.slowness = slowness;
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Outcome send(Sms sms) {
            sent.merge(sms.text(), 1, Integer::sum);
            count++;
            try {
                Thread.sleep(slowness.toMillis());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            return Outcome.accepted("test:" + sms.text());
        }
    }

    private Node startNode(Duration slowness) {
        var node = new Node(slowness);
        var clock = Clock.systemUTC();
        var queue = new MessageQueue(database.node(), clock, LEASE);
        var deliverer = new Deliverer(queue, Posts.CIPHER, node, null, clock, news -> {}, attempt -> {});
        for (var worker = 0; worker < WORKERS; worker++) {
            workers.execute(() -> work(deliverer));
        }
        return node;
    }

    private void work(Deliverer deliverer) {
        while (!stopping.get()) {
            try {
                deliverer.sweep();
                deliverer.drain();
                Thread.sleep(50);
            } catch (SQLException away) {
                // As on a server: said, and the next sweep tries again.
                System.getLogger("test").log(System.Logger.Level.INFO, away.getMessage());
            } catch (InterruptedException stop) {
                return;
            }
        }
    }
}
