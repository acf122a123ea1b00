package fr.predice.visio.messaging.sms.ovh;

import fr.predice.visio.messaging.SmsGateway;
import fr.predice.visio.support.OvhStandIn;
import fr.predice.visio.support.Some;
import java.time.Clock;
import java.util.Optional;

/** The real gateway for tests of other packages, without the health that only its own package sees. */
public final class SomeOvh {
    private SomeOvh() {}

    /** @param endpoint of an {@link OvhStandIn}, which may live in another process */
    public static SmsGateway at(String endpoint) {
        var messaging = Some.ovh(endpoint, OvhStandIn.SECRET, Optional.empty());
        return new OvhSms(Some.settings(messaging), Clock.systemUTC(), new OvhState());
    }
}
