package fr.predice.visio.signin.session;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Recent sign-ins are shown for three months. */
@ApplicationScoped
class PastSessions implements RetentionRule {
    @Override
    public String what() {
        return "past sessions";
    }

    @Override
    public Duration kept() {
        return Duration.ofDays(90);
    }

    @Override
    public String erasure() {
        return "DELETE FROM personal_session WHERE seen_at < :limit";
    }
}
