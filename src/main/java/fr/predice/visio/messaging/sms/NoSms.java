package fr.predice.visio.messaging.sms;

import fr.predice.visio.messaging.Outcome;
import fr.predice.visio.messaging.SmsGateway;
import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;

/** No SMS leaves: for a server that is being installed. */
@ApplicationScoped
class NoSms implements SmsGateway {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public Outcome send(PhoneNumber to, String text) {
        return Outcome.refused("VISIO_SMS_GATEWAY is none");
    }
}
