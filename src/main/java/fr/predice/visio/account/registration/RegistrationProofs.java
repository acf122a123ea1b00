package fr.predice.visio.account.registration;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.platform.persistence.WaitingRows;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** The links that prove an applicant's address. */
@Stateless
public class RegistrationProofs {
    private static final String NEXT = "SELECT r FROM Registration r WHERE r.mailed = FALSE ORDER BY r.createdAt";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Accounts accounts;

    @Inject
    private Outbox outbox;

    @Inject
    private RegistrationMail mails;

    /**
     * Mails the link to whoever waits longest. Whoever has an account already is told so by mail to the account's own
     * address, and with that address the request is over.
     *
     * @return whether somebody waited
     */
    public boolean mailNext() {
        var waiting = WaitingRows.first(entities.createQuery(NEXT, Registration.class));
        waiting.ifPresent(this::mail);
        return waiting.isPresent();
    }

    private void mail(Registration asked) {
        var now = clock.instant();
        var known = accounts.withMail(asked.applicant().mail());
        if (known.isPresent()) {
            outbox.post(mails.alreadyKnown(asked, known.get(), now));
            entities.remove(asked);
            return;
        }
        var link = SecretToken.random();
        asked.mailed(link.hash());
        outbox.post(mails.proof(asked, link, now));
        accounts.withNumber(asked.applicant().number())
                .ifPresent(owner -> outbox.post(mails.alreadyKnown(asked, owner, now)));
    }
}
