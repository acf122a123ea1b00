package fr.predice.visio.account.contact;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** An address or a number that nobody proved is not kept. */
@ApplicationScoped
class PastChanges implements RetentionRule {
    @Override
    public String what() {
        return "unproven contacts";
    }

    @Override
    public Duration kept() {
        return Duration.ofHours(1);
    }

    @Override
    public String erasure() {
        return "DELETE FROM contact_change WHERE valid_until < :limit";
    }
}
