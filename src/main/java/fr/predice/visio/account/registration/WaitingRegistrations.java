package fr.predice.visio.account.registration;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Who got no answer in three months is forgotten, and may ask again. */
@ApplicationScoped
class WaitingRegistrations implements RetentionRule {
    @Override
    public String what() {
        return "registrations without an answer";
    }

    @Override
    public Duration kept() {
        return Duration.ofDays(90);
    }

    @Override
    public String erasure() {
        return "DELETE FROM registration WHERE state = 'WAITING' AND proved_at < :limit";
    }
}
