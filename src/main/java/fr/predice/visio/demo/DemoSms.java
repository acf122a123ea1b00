package fr.predice.visio.demo;

import fr.predice.visio.messaging.Channel;
import fr.predice.visio.messaging.Outcome;
import fr.predice.visio.messaging.Sms;
import fr.predice.visio.messaging.SmsGateway;
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
    public Outcome send(Sms sms) {
        return mailbox.receive(Channel.SMS, sms.to().e164(), sms.text());
    }
}
