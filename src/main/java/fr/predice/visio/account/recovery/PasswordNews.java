package fr.predice.visio.account.recovery;

import fr.predice.visio.account.Account;
import fr.predice.visio.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** What follows wherever a password was changed, in the same transaction. */
@ApplicationScoped
public class PasswordNews {
    @Inject
    private Clock clock;

    @Inject
    private PasswordLinks links;

    @Inject
    private RecoveryMail mails;

    @Inject
    private Outbox outbox;

    /** Tells the owner, and lets no link that was mailed before change it again. */
    public void changed(Account account) {
        links.forget(account.id());
        outbox.post(mails.changed(account, clock.instant()));
    }
}
