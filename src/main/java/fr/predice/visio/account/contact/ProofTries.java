package fr.predice.visio.account.contact;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.messaging.Channel;
import fr.predice.visio.platform.token.TokenHash;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Counts what is tried as a proof, before it is compared. In a transaction of its own: a refusal gives none back. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ProofTries {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Accounts accounts;

    /** What waits for a code at the mobile that the account is to have; nothing if no try was left to take. */
    public Optional<ContactChange> countCode(String identifier) {
        return accounts.withIdentifier(identifier)
                .flatMap(owner -> first(entities.createQuery(
                                "SELECT c.id FROM ContactChange c WHERE c.accountId = :account AND c.channel = :sms",
                                UUID.class)
                        .setParameter("account", owner.id())
                        .setParameter("sms", Channel.SMS)))
                .flatMap(this::count);
    }

    /** What waits for this link; nothing if no try was left to take. */
    public Optional<ContactChange> countLink(TokenHash link) {
        return first(entities.createQuery(
                                "SELECT c.id FROM ContactChange c WHERE c.proofHash = :hash AND c.channel = :mail",
                                UUID.class)
                        .setParameter("hash", link.hex())
                        .setParameter("mail", Channel.MAIL))
                .flatMap(this::count);
    }

    private static Optional<UUID> first(TypedQuery<UUID> query) {
        return query.getResultStream().findFirst();
    }

    private Optional<ContactChange> count(UUID change) {
        var taken = entities.createQuery("""
                        UPDATE ContactChange c SET c.attempts = c.attempts + 1
                        WHERE c.id = :id AND c.attempts < :most AND c.validUntil > :now""")
                .setParameter("id", change)
                .setParameter("most", ContactChange.MOST_ATTEMPTS)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return taken == 0 ? Optional.empty() : Optional.of(entities.find(ContactChange.class, change));
    }
}
