package fr.predice.visio.messaging.mail;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.watch.Check;
import fr.predice.visio.platform.watch.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Whether the site's mail server takes mail from us. It is only told: calls, and codes by SMS, go on without it, and
 * another node has the same server.
 */
@ApplicationScoped
public class MailCheck implements Check {
    @Inject
    private Settings settings;

    @Inject
    private SmtpMail mail;

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Finding look() {
        if (!settings.messaging().mailGateway().equals(mail.name())) {
            return Finding.off();
        }
        return mail.trouble().isEmpty() ? Finding.fine() : Finding.bad("away");
    }
}
