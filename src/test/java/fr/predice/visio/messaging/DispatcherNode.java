package fr.predice.visio.messaging;

import fr.predice.visio.messaging.sms.ovh.SomeOvh;
import fr.predice.visio.stack.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** A node that only sends, in a JVM of its own: real queue, real gateway. {@link DispatcherProcess} starts it. */
final class DispatcherNode {
    static final int WORKERS = 4;

    /** Longer than asking OVH for the time and then for the message, each of which may take a second. */
    private static final Duration LEASE = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private DispatcherNode() {}

    public static void main(String[] none) throws IOException {
        var clock = Clock.systemUTC();
        var database = Database.pool(System.getenv("NODE_URL"), System.getenv("NODE_ROLE"), System.getenv("NODE_PASS"));
        var gateway = SomeOvh.at(System.getenv("NODE_OVH"));
        var queue = new MessageQueue(database, clock, LEASE);
        var deliverer = new Deliverer(queue, Posts.CIPHER, gateway, null, clock, news -> {}, attempt -> {});
        for (var worker = 0; worker < WORKERS; worker++) {
            new Thread(() -> work(deliverer)).start();
        }
        // Nobody writes to us: the input ends when the test's JVM does, however it ends.
        System.in.transferTo(System.err);
        Runtime.getRuntime().halt(0);
    }

    private static void work(Deliverer deliverer) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                deliverer.sweep();
                deliverer.drain();
                Thread.sleep(PAUSE.toMillis());
            } catch (SQLException away) {
                System.getLogger("test").log(System.Logger.Level.WARNING, away.getMessage());
            } catch (InterruptedException stop) {
                return;
            }
        }
    }
}
