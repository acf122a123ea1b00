package fr.predice.visio.account.administration;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.TriesForgiven;
import fr.predice.visio.account.password.InitialPassword;
import fr.predice.visio.account.password.PasswordHashing;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Outbox;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What is done for somebody who cannot sign in. */
@Stateless
public class Assistance {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private Outbox outbox;

    @Inject
    private AccountMail mails;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<TriesForgiven> forgiven;

    /**
     * What wrong passwords and codes led to is over.
     *
     * @throws AccountUnknown if there is no such active account
     */
    public void unlock(UUID id, Officer officer) {
        officer.mustHelp();
        var account = active(id);
        forgive(account);
        record(AuditAction.ACCOUNT_UNLOCKED, account, officer);
    }

    /**
     * Mails another initial password, good for {@link InitialPassword#VALIDITY}; the former password opens nothing any
     * more, and whoever is signed in no longer is.
     *
     * @throws NotYours if the officer does not decide and the person has a password of their own already; or if it is
     *     the officer's own account
     * @throws AccountUnknown if there is no such active account
     */
    public void mailInitialPassword(UUID id, Officer officer) {
        officer.mustHelp();
        // Before the lock: it takes long.
        var password = InitialPassword.random();
        var hash = hashing.hash(password);
        var account = active(id);
        if (id.equals(officer.account()) || !officer.decides() && !account.hasInitialPassword()) {
            throw new NotYours();
        }
        account.startAgain(hash, clock.instant().plus(InitialPassword.VALIDITY));
        forgive(account);
        outbox.post(mails.renewed(account, password, clock.instant()));
        record(AuditAction.INITIAL_PASSWORD_MAILED, account, officer);
    }

    private Account active(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Account::isActive)
                .orElseThrow(AccountUnknown::new);
    }

    private void forgive(Account account) {
        forgiven.fire(new TriesForgiven(account.id(), account.identifier()));
    }

    private void record(AuditAction action, Account account, Officer officer) {
        audit.record(action, officer.account().toString(), account.id().toString(), officer.address());
    }
}
