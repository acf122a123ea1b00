package fr.predice.visio.account.registration;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** A request has served a month after it was decided about: the account, if there is one, has what is still needed. */
@ApplicationScoped
class DecidedRegistrations implements RetentionRule {
    @Override
    public String what() {
        return "decided registrations";
    }

    @Override
    public Duration kept() {
        return Duration.ofDays(30);
    }

    @Override
    public String erasure() {
        return "DELETE FROM registration WHERE decided_at < :limit";
    }
}
