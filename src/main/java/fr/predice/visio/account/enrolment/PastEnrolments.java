package fr.predice.visio.account.enrolment;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** A list is kept as long as somebody may come back to its report, and erased with all its lines. */
@ApplicationScoped
class PastEnrolments implements RetentionRule {
    @Override
    public String what() {
        return "lists of people";
    }

    @Override
    public Duration kept() {
        return Duration.ofDays(2);
    }

    @Override
    public String erasure() {
        return "DELETE FROM enrolment WHERE checked_at < :limit";
    }
}
