package fr.predice.visio.invitation;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** How many invitations may leave: by account, by number, and by day for the whole site. */
@ApplicationScoped
class SmsLimits {
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    private RateLimits limits;

    @Inject
    private Settings settings;

    void take(UUID organizer, PhoneNumber to) {
        var most = settings.limits();
        limits.take("sms-account", organizer.toString(), most.smsPerAccountPerHour(), HOUR);
        limits.take("sms-number", to.e164(), most.smsPerNumberPerHour(), HOUR);
        limits.take("sms-site", "all", most.smsPerDay(), Duration.ofDays(1));
    }
}
