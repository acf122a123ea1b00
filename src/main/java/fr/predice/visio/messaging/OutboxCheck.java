package fr.predice.visio.messaging;

import fr.predice.visio.platform.watch.Check;
import fr.predice.visio.platform.watch.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** How long the oldest message has been waiting. It is only told: all nodes share the outbox. */
@ApplicationScoped
public class OutboxCheck implements Check {
    private static final Duration CARE = Duration.ofMinutes(1);
    private static final Duration BAD = Duration.ofMinutes(5);

    @Inject
    private MessageQueue queue;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Finding look() {
        try {
            var waiting = queue.waiting();
            return found(waiting.count(), waiting.age(clock.instant()));
        } catch (SQLException away) {
            return Finding.unknown("nodatabase");
        }
    }

    static Finding found(long messages, Duration oldest) {
        var finding = Finding.fine();
        if (oldest.compareTo(BAD) >= 0) {
            finding = Finding.bad("stuck");
        } else if (oldest.compareTo(CARE) >= 0) {
            finding = Finding.care("late");
        }
        return finding.with("messages", messages).with("oldestSeconds", oldest.toSeconds());
    }
}
