package fr.predice.visio.messaging.sms.ovh;

import fr.predice.visio.platform.config.Messaging;
import jakarta.json.JsonNumber;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalDouble;

/** The site's account at OVH. It needs no container, and sends nothing. */
public final class OvhAccount {
    private final String service;
    private final OvhApi api;

    /** @param settings of a site whose SMS leave by OVH */
    public OvhAccount(Messaging settings, Clock clock) {
        var account = settings.ovh().orElseThrow();
        this.service = account.service();
        this.api = new OvhApi(account, settings.proxy(), clock);
    }

    public SmsAccount look() {
        try {
            return new SmsAccount(Optional.empty(), credits());
        } catch (OvhFailure failure) {
            return new SmsAccount(Optional.of(failure.problem().name()), OptionalDouble.empty());
        }
    }

    /** How many credits are left; nothing if OVH answers without saying so. */
    OptionalDouble credits() throws OvhFailure {
        return api.get("/sms/" + service).get("creditsLeft") instanceof JsonNumber left
                ? OptionalDouble.of(left.doubleValue())
                : OptionalDouble.empty();
    }
}
