package fr.predice.visio.account.administration;

import fr.predice.visio.account.AccessReset;
import fr.predice.visio.account.Account;
import fr.predice.visio.account.AccountSuspended;
import fr.predice.visio.account.recovery.PasswordLinks;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Who is kept out for a while, and let in again. */
@Stateless
public class Suspensions {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    @Inject
    private PasswordLinks links;

    @Inject
    private Event<AccountSuspended> suspended;

    @Inject
    private Event<AccessReset> reset;

    /**
     * The account's sessions end at the next request to any node, its rooms close, and nobody signs in to it. Somebody
     * always remains to undo it: nobody suspends themselves, and of two administrators who suspend each other at once
     * the second is refused.
     *
     * @param why for whoever looks at the account later
     * @throws NotYours if the officer does not decide (any more), or it is their own account
     * @throws AccountUnknown if there is no such active account
     */
    public void suspend(UUID id, String why, Officer officer) {
        officer.mustDecide();
        if (id.equals(officer.account())) {
            throw new NotYours();
        }
        // Always in the same order, so that two who suspend each other do not wait for one another.
        Stream.of(id, officer.account()).sorted().forEach(this::locked);
        locked(officer.account()).filter(Account::isActive).orElseThrow(NotYours::new);
        var account = locked(id).filter(Account::isActive).orElseThrow(AccountUnknown::new);
        account.suspend(why, clock.instant());
        links.forget(id);
        reset.fire(new AccessReset(id));
        suspended.fire(new AccountSuspended(id, officer.account()));
        record(AuditAction.ACCOUNT_SUSPENDED, id, officer);
    }

    /**
     * With the password it had.
     *
     * @throws NotYours if the officer does not decide
     * @throws AccountUnknown if there is no such suspended account
     */
    public void reactivate(UUID id, Officer officer) {
        officer.mustDecide();
        locked(id)
                .filter(found -> !found.isActive())
                .orElseThrow(AccountUnknown::new)
                .reactivate();
        record(AuditAction.ACCOUNT_REACTIVATED, id, officer);
    }

    private Optional<Account> locked(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private void record(AuditAction action, UUID id, Officer officer) {
        audit.record(action, officer.account().toString(), id.toString(), officer.address());
    }
}
