package fr.predice.visio.messaging.mail;

import fr.predice.visio.platform.watch.Finding;
import fr.predice.visio.platform.watch.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Whether mail is known to be late, for pages that promise one: the site's mail server did not answer when looked at.
 */
@Named
@ApplicationScoped
public class MailDelay {
    @Inject
    private Watch watch;

    public boolean isNow() {
        return watch.told("mail")
                .filter(mail -> mail.finding().level() == Finding.Level.BAD)
                .isPresent();
    }
}
