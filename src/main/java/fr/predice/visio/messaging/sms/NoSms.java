package fr.predice.visio.messaging.sms;

import fr.predice.visio.messaging.Outcome;
import fr.predice.visio.messaging.Sms;
import fr.predice.visio.messaging.SmsGateway;
import jakarta.enterprise.context.ApplicationScoped;

/** No SMS leaves: for a server that is being installed. */
@ApplicationScoped
class NoSms implements SmsGateway {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public Outcome send(Sms sms) {
        return Outcome.refused("VISIO_SMS_GATEWAY is none");
    }
}
