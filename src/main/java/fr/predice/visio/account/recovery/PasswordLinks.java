package fr.predice.visio.account.recovery;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.TriesForgiven;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
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
    private PasswordNews news;

    @Inject
    private Event<TriesForgiven> forgiven;

    @Inject
    private AuditTrail audit;

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
     * Replaces the password of the link's account, ends its sessions, and tells its owner.
     *
     * @throws LinkUnknown if the link replaces nothing
     * @throws fr.predice.visio.account.password.PasswordRefused if the password is none to have; the link stays good
     */
    public Account choose(SecretToken link, String password, String address) {
        var id = entities.createQuery(
                        "SELECT l.accountId FROM PasswordLink l WHERE l.hash = :hash AND l.validUntil > :now",
                        UUID.class)
                .setParameter("hash", link.hash().hex())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .orElseThrow(LinkUnknown::new);
        use(link);
        var owner = accounts.choosePassword(id, password).orElseThrow(LinkUnknown::new);
        forgiven.fire(new TriesForgiven(owner.id(), owner.identifier()));
        news.changed(owner);
        audit.record(AuditAction.PASSWORD_RESET, owner.id().toString(), AuditTrail.NOBODY, address);
        return owner;
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
