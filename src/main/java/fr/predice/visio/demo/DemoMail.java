package fr.predice.visio.demo;

import fr.predice.visio.messaging.Channel;
import fr.predice.visio.messaging.MailGateway;
import fr.predice.visio.messaging.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
class DemoMail implements MailGateway {
    @Inject
    private DemoMailbox mailbox;

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public Outcome send(String to, String subject, String text) {
        return mailbox.receive(Channel.MAIL, to, subject + "\n\n" + text);
    }
}
