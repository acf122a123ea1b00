package fr.predice.visio.account;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The same password under stronger parameters, for {@link Accounts}, which compares outside any transaction. */
@Stateless
public class PasswordRenewal {
    @PersistenceContext
    private EntityManager entities;

    /** Changes nothing if the password was changed meanwhile. */
    public void replace(Account account, String hash) {
        entities.createQuery("UPDATE Account a SET a.passwordHash = :hash WHERE a.id = :id AND a.passwordHash = :old")
                .setParameter("hash", hash)
                .setParameter("id", account.id())
                .setParameter("old", account.passwordHash())
                .executeUpdate();
    }
}
