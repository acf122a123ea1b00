package fr.predice.visio.account.registration;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Who never proved the address is forgotten an hour after the link is over. */
@ApplicationScoped
class UnprovenRegistrations implements RetentionRule {
    @Override
    public String what() {
        return "unproven registrations";
    }

    @Override
    public Duration kept() {
        return Duration.ofHours(1);
    }

    @Override
    public String erasure() {
        return "DELETE FROM registration WHERE state = 'UNPROVEN' AND proof_until < :limit";
    }
}
