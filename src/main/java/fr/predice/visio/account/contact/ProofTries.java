package fr.predice.visio.account.contact;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

    /** Nothing if no try was left to take. */
    public Optional<ContactChange> count(UUID change) {
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
