package fr.predice.visio.messaging.sms;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.Ceiling;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** How many SMS may leave: by account, by address it is asked from, by number called, and by day for the whole site. */
@ApplicationScoped
public class SmsLimits {
    /** The purpose of the ceiling that all SMS share. */
    public static final String SITE = "sms-site";

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private RateLimits limits;

    @Inject
    private Settings settings;

    /**
     * Takes one SMS to somebody else's phone. Called before the transaction that posts it.
     *
     * @param address of the client, see {@link fr.predice.visio.platform.limit.ClientAddress}
     * @throws fr.predice.visio.platform.limit.LimitReached if one of the ceilings is reached; nothing is taken then
     * @throws fr.predice.visio.platform.limit.LimitUnknown if the database cannot answer
     */
    public void take(UUID account, String address, PhoneNumber to) {
        var most = settings.limits();
        limits.take(
                new Ceiling("sms-account-hour", account.toString(), most.smsPerAccountPerHour(), HOUR),
                new Ceiling("sms-account-day", account.toString(), most.smsPerAccountPerDay(), DAY),
                new Ceiling("sms-number-hour", to.e164(), most.smsPerNumberPerHour(), HOUR),
                new Ceiling("sms-number-day", to.e164(), most.smsPerNumberPerDay(), DAY),
                new Ceiling("sms-address-hour", address, most.smsPerAddressPerHour(), HOUR),
                site());
    }

    /** Takes one SMS with a code, which has limits of its own beside the site's. */
    public void takeForCode() {
        limits.take(site());
    }

    private Ceiling site() {
        return new Ceiling(SITE, "all", settings.limits().smsPerDay(), DAY);
    }
}
