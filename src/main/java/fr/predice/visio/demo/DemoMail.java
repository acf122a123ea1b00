package fr.predice.visio.demo;

import fr.predice.visio.messaging.Channel;
import fr.predice.visio.messaging.Mail;
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
    public Outcome send(Mail mail) {
        return mailbox.receive(Channel.MAIL, mail.to(), mail.subject() + "\n\n" + mail.text());
    }
}
