package fr.predice.visio.account.administration;

import fr.predice.visio.account.AccessReset;
import fr.predice.visio.account.Account;
import fr.predice.visio.account.Role;
import fr.predice.visio.account.TriesForgiven;
import fr.predice.visio.account.password.InitialPassword;
import fr.predice.visio.account.password.PasswordHashing;
import fr.predice.visio.account.recovery.PasswordLinks;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.platform.limit.RateLimits;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What is done for somebody who cannot sign in. */
@Stateless
public class Assistance {
    private static final int UNLOCKS = 5;
    private static final Duration WINDOW = Duration.ofHours(1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private Outbox outbox;

    @Inject
    private InitialPasswordMail mails;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<TriesForgiven> forgiven;

    @Inject
    private Event<AccessReset> reset;

    @Inject
    private PasswordLinks links;

    @Inject
    private RateLimits limits;

    /**
     * What wrong passwords and codes led to is over; five times an hour, or it would be no bound to guesses.
     *
     * @throws fr.predice.visio.platform.limit.LimitReached after that
     * @throws NotYours if the officer does not decide and the account is no professional's
     * @throws AccountUnknown if there is no such active account
     */
    public void unlock(UUID id, Officer officer) {
        officer.mustHelp();
        limits.take("unlock", id.toString(), UNLOCKS, WINDOW);
        var account = active(id);
        mustBeFor(account, officer);
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
        mustBeFor(account, officer);
        if (id.equals(officer.account()) || !officer.decides() && !account.hasInitialPassword()) {
            throw new NotYours();
        }
        account.startAgain(hash, clock.instant().plus(InitialPassword.VALIDITY));
        forgive(account);
        links.forget(id);
        reset.fire(new AccessReset(id));
        outbox.post(mails.renewed(account, password, clock.instant()));
        record(AuditAction.INITIAL_PASSWORD_MAILED, account, officer);
    }

    /**
     * The account's number is its owner's, whatever name a card or Pro Santé Connect tells with it.
     *
     * @throws AccountUnknown if there is no such active account, or it has no number
     */
    public void confirmNumber(UUID id, Officer officer) {
        officer.mustDecide();
        var account = active(id);
        if (account.professionalNumber().isEmpty()) {
            throw new AccountUnknown();
        }
        account.proveNumber();
        record(AuditAction.NUMBER_CONFIRMED, account, officer);
    }

    /** Those who decide help each other: whoever only helps does so for professionals alone. */
    private static void mustBeFor(Account account, Officer officer) {
        if (account.role() != Role.ORGANIZER) {
            officer.mustDecide();
        }
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
