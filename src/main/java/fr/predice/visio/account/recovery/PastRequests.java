package fr.predice.visio.account.recovery;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Whoever could not be answered within an hour asks again. */
@ApplicationScoped
class PastRequests implements RetentionRule {
    @Override
    public String what() {
        return "recovery requests";
    }

    @Override
    public Duration kept() {
        return Duration.ofHours(1);
    }

    @Override
    public String erasure() {
        return "DELETE FROM recovery_request WHERE asked_at < :limit";
    }
}
