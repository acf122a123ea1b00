package fr.predice.visio.signin.device;

import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * A device is forgotten with its cookie; but for the account's last one, or the next would pass for the first of all.
 */
@ApplicationScoped
class PastDevices implements RetentionRule {
    @Override
    public String what() {
        return "known devices";
    }

    @Override
    public Duration kept() {
        return DeviceCookie.KEPT;
    }

    @Override
    public String erasure() {
        return """
                DELETE FROM known_device d WHERE d.seen_at < :limit AND EXISTS (
                    SELECT FROM known_device n WHERE n.account_id = d.account_id AND n.seen_at > d.seen_at)""";
    }
}
