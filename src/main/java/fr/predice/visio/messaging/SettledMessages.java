package fr.predice.visio.messaging;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What became of a message is of use for a month. */
@ApplicationScoped
class SettledMessages implements RetentionRule {
    private static final Duration KEPT = Duration.ofDays(30);

    @Override
    public String what() {
        return "settled messages";
    }

    @Override
    public Duration kept() {
        return KEPT;
    }

    @Override
    public String erasure() {
        return "DELETE FROM outgoing_message WHERE settled_at < :limit";
    }
}
