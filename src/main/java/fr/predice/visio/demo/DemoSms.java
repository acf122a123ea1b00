package fr.predice.visio.demo;

import fr.predice.visio.messaging.Channel;
import fr.predice.visio.messaging.Outcome;
import fr.predice.visio.messaging.SmsGateway;
import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
class DemoSms implements SmsGateway {
    @Inject
    private DemoMailbox mailbox;

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public Outcome send(PhoneNumber to, String text) {
        return mailbox.receive(Channel.SMS, to.e164(), text);
    }
}
