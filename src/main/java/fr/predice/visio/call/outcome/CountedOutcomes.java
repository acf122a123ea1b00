package fr.predice.visio.call.outcome;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What was told of single calls goes long after it was counted; the counts stay. */
@ApplicationScoped
class CountedOutcomes implements RetentionRule {
    private static final Duration KEPT = Duration.ofDays(30);

    @Override
    public String what() {
        return "call outcomes";
    }

    @Override
    public Duration kept() {
        return KEPT;
    }

    @Override
    public String erasure() {
        return "DELETE FROM call_outcome WHERE told_at < :limit";
    }
}
