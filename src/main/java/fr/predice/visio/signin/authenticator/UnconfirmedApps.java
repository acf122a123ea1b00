package fr.predice.visio.signin.authenticator;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** An app that no code confirmed serves for nothing. */
@ApplicationScoped
class UnconfirmedApps implements RetentionRule {
    @Override
    public String what() {
        return "authenticators without a first code";
    }

    @Override
    public Duration kept() {
        return Duration.ofHours(1);
    }

    @Override
    public String erasure() {
        return "DELETE FROM authenticator WHERE confirmed_at IS NULL AND started_at < :limit";
    }
}
