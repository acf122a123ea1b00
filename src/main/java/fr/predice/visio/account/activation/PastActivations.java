package fr.predice.visio.account.activation;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Who was invited to administer is forgotten a month after the link's end: the account has what is still needed. */
@ApplicationScoped
class PastActivations implements RetentionRule {
    @Override
    public String what() {
        return "past activations";
    }

    @Override
    public Duration kept() {
        return Duration.ofDays(30);
    }

    @Override
    public String erasure() {
        return "DELETE FROM activation WHERE valid_until < :limit";
    }
}
