package fr.predice.visio.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The professionals known here. */
@Stateless
public class Accounts {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private PasswordHashing hashing;

    public void open(NewAccount person, String password) {
        entities.persist(new Account(person, hashing.hash(password), clock.instant()));
    }

    public boolean knows(String identifier) {
        return byIdentifier(identifier).isPresent();
    }

    /**
     * The active account with this identifier and password. An unknown identifier costs the same hashing as a wrong
     * password, outside any transaction, so that neither time nor a held connection tells them apart.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Account> authenticate(String identifier, String password) {
        var account = byIdentifier(identifier);
        var right = hashing.matches(password, account.map(Account::passwordHash));
        return right ? account : Optional.empty();
    }

    public Optional<Account> active(UUID id) {
        return entities.createQuery("SELECT a FROM Account a WHERE a.id = :id AND a.active = TRUE", Account.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    private Optional<Account> byIdentifier(String identifier) {
        if (!Account.IDENTIFIER.matcher(identifier).matches()) {
            return Optional.empty();
        }
        return entities.createQuery(
                        "SELECT a FROM Account a WHERE a.identifier = :identifier AND a.active = TRUE", Account.class)
                .setParameter("identifier", identifier)
                .getResultStream()
                .findFirst();
    }
}
