package fr.predice.visio.signin.prosante;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Whoever has not come back by then comes back to nothing. */
@ApplicationScoped
class PastStarts implements RetentionRule {
    @Override
    public String what() {
        return "unfinished sign-ins";
    }

    @Override
    public Duration kept() {
        return Starts.VALIDITY;
    }

    @Override
    public String erasure() {
        return "DELETE FROM prosante_start WHERE started_at < :limit";
    }
}
