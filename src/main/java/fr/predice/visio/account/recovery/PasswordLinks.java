package fr.predice.visio.account.recovery;

import fr.predice.visio.account.AccessReset;
import fr.predice.visio.account.Account;
import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.NewPassword;
import fr.predice.visio.account.Passwords;
import fr.predice.visio.account.TriesForgiven;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/** The links by which forgotten passwords are replaced. */
@Stateless
public class PasswordLinks {
    private static final String GIVE = """
            INSERT INTO password_link (account_id, hash, valid_until) VALUES (:account, :hash, :until)
            ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, valid_until = excluded.valid_until""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private PasswordNews news;

    @Inject
    private Event<TriesForgiven> forgiven;

    @Inject
    private Event<AccessReset> reset;

    /** A link, valid 30 minutes and once; the one before opens nothing any more. */
    public SecretToken give(UUID account) {
        var link = SecretToken.random();
        entities.createNativeQuery(GIVE)
                .setParameter("account", account)
                .setParameter("hash", link.hash().hex())
                .setParameter("until", clock.instant().plus(PasswordLink.VALIDITY))
                .executeUpdate();
        return link;
    }

    /**
     * Whose password the link replaces. It stays good.
     *
     * @throws LinkUnknown if it replaces none
     */
    public Account owner(SecretToken link) {
        return entities.createQuery(
                        "SELECT l.accountId FROM PasswordLink l WHERE l.hash = :hash AND l.validUntil > :now",
                        UUID.class)
                .setParameter("hash", link.hash().hex())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .flatMap(accounts::active)
                .orElseThrow(LinkUnknown::new);
    }

    /**
     * Replaces the password of the link's account, ends its sessions, and tells its owner.
     *
     * @param prepared for the link's {@link #owner}
     * @throws LinkUnknown if the link was used, or the account changed, meanwhile
     */
    public void choose(SecretToken link, NewPassword prepared, String address) {
        // The account is locked first, as by whoever changes it from within.
        var owner =
                passwords.give(prepared, AuditAction.PASSWORD_RESET, address).orElseThrow(LinkUnknown::new);
        use(link);
        owner.chosenByMail();
        reset.fire(new AccessReset(owner.id()));
        forgiven.fire(new TriesForgiven(owner.id(), owner.identifier()));
        news.changed(owner);
    }

    private void use(SecretToken link) {
        var used = entities.createQuery("DELETE FROM PasswordLink l WHERE l.hash = :hash")
                .setParameter("hash", link.hash().hex())
                .executeUpdate();
        if (used != 1) {
            throw new LinkUnknown();
        }
    }

    /** The account's link, if it has one, opens nothing any more. */
    public void forget(UUID account) {
        entities.createQuery("DELETE FROM PasswordLink l WHERE l.accountId = :account")
                .setParameter("account", account)
                .executeUpdate();
    }
}
