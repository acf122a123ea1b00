package fr.predice.visio.account.recovery;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Who forgot a password is itself forgotten an hour after the link's end. */
@ApplicationScoped
class PastLinks implements RetentionRule {
    @Override
    public String what() {
        return "password links";
    }

    @Override
    public Duration kept() {
        return Duration.ofHours(1);
    }

    @Override
    public String erasure() {
        return "DELETE FROM password_link WHERE valid_until < :limit";
    }
}
