package fr.predice.visio.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Database;
import fr.predice.visio.support.OvhStandIn;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dispatchers that die by {@code kill -9}, at the worst moments. */
class DispatcherKilledIT {
    private static final int ROUNDS = Boolean.getBoolean("bench") ? 50 : 12;
    private static final int POSTED = 12;
    private static final Duration SLOW = Duration.ofMillis(60);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final OvhStandIn ovh = OvhStandIn.start();
    private final List<DispatcherProcess> nodes = new ArrayList<>();
    private final List<String> committed = new ArrayList<>();
    private Database database;
    private Posts posts;
    private int kills;

    /** What a round counts; it kills while the last one counted is still there. */
    private enum Moment {
        /** A node has it, OVH has not. */
        CLAIMED,
        /** OVH was asked and thinks. */
        ASKED,
        /** OVH has it, and its answer is on the way. */
        ACCEPTED
    }

    @BeforeEach
    void start() {
        database = Database.startEmpty("it-killed");
        posts = new Posts(database.node());
    }

    @AfterEach
    void stop() {
        killAll();
        ovh.close();
        database.close();
    }

    @Test
    void losesAndRepeatsNothingHoweverOftenItIsKilled() throws SQLException {
        for (var round = 0; round < ROUNDS; round++) {
            killOnce(round);
        }

        ovh.delay(Duration.ZERO);
        ovh.answersLater(Duration.ZERO);
        startNode();
        awaiting(() -> posts.settled() == committed.size());
        killAll();

        var sent = idsIn(Delivery.SENT);
        var unknown = idsIn(Delivery.UNKNOWN);
        var accepted = ovh.accepted().stream().map(OvhStandIn.Accepted::message).toList();
        report(sent, unknown, accepted);
        assertThat(posts.states().keySet()).extracting(UUID::toString).containsExactlyInAnyOrderElementsOf(committed);
        assertThat(posts.states().values()).containsOnly(Delivery.SENT, Delivery.UNKNOWN);
        assertThat(accepted).doesNotHaveDuplicates().containsAll(sent).isSubsetOf(committed);
        assertThat(committed)
                .allSatisfy(id -> assertThat(posts.wiped(UUID.fromString(id))).isTrue());

        // It was killed where it hurts: before OVH had the message, and after OVH had it and before anybody knew.
        assertThat(unknown).anyMatch(accepted::contains).anyMatch(id -> !accepted.contains(id));
        assertThat(sent).hasSizeGreaterThan(committed.size() / 2);
    }

    private void killOnce(int round) throws SQLException {
        var moment = Moment.values()[round % Moment.values().length];
        ovh.delay(moment == Moment.ASKED ? SLOW : Duration.ZERO);
        ovh.answersLater(moment == Moment.ACCEPTED ? SLOW : Duration.ZERO);
        var enough = count(moment) + 1 + round % 7;
        startNode();
        if (round % 10 == 0) {
            startNode();
        }

        posts.post(POSTED, Clock.systemUTC().instant()).forEach(id -> committed.add(id.toString()));
        awaiting(() -> count(moment) >= enough);

        killAll();
        // What the dead had asked, OVH still takes.
        awaiting(() -> ovh.accepted().size() == ovh.jobs().size());
    }

    private int count(Moment moment) throws SQLException {
        return switch (moment) {
            case CLAIMED -> posts.attempts();
            case ASKED -> ovh.jobs().size();
            case ACCEPTED -> ovh.accepted().size();
        };
    }

    private void startNode() {
        nodes.add(DispatcherProcess.start(database, ovh, Path.of("target/it-killed/nodes.log")));
    }

    private void killAll() {
        nodes.forEach(DispatcherProcess::kill);
        kills += nodes.size();
        nodes.clear();
    }

    private void awaiting(Callable<Boolean> condition) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .failFast("a node ended by itself", () -> nodes.stream().anyMatch(DispatcherProcess::ended))
                .until(condition);
    }

    private List<String> idsIn(Delivery state) throws SQLException {
        return posts.states().entrySet().stream()
                .filter(message -> message.getValue() == state)
                .map(Map.Entry::getKey)
                .map(UUID::toString)
                .toList();
    }

    private void report(List<String> sent, List<String> unknown, List<String> accepted) {
        System.getLogger("test")
                .log(
                        System.Logger.Level.INFO,
                        "{0} kills, {1} messages: {2} sent, {3} unknown of which OVH has {4}, {5} repeated",
                        kills,
                        committed.size(),
                        sent.size(),
                        unknown.size(),
                        unknown.stream().filter(accepted::contains).count(),
                        accepted.size() - accepted.stream().distinct().count());
    }
}
