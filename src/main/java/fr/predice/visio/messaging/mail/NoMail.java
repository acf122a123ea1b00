package fr.predice.visio.messaging.mail;

import fr.predice.visio.messaging.Mail;
import fr.predice.visio.messaging.MailGateway;
import fr.predice.visio.messaging.Outcome;
import jakarta.enterprise.context.ApplicationScoped;

/** No mail leaves: for a server that is being installed. */
@ApplicationScoped
class NoMail implements MailGateway {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public Outcome send(Mail mail) {
        return Outcome.refused("VISIO_MAIL_GATEWAY is none");
    }
}
