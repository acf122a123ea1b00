package fr.predice.visio.audit;

import fr.predice.visio.platform.limit.RequestAddress;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who did what, when, from where. */
@Stateless
public class AuditTrail {
    /** For deeds without a known account, e.g. a refused identifier. */
    public static final String NOBODY = "-";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private RequestAddress origin;

    @Inject
    private Event<Recorded> news;

    /**
     * Writes a deed that was done in the caller's transaction, if there is one: both are committed, or neither.
     *
     * @param actor the account's id, or {@link #NOBODY}
     * @param subject what it was done to (an invitation's id), or {@link #NOBODY}
     * @param address the client's address, or {@link #NOBODY}
     */
    public void record(AuditAction action, String actor, String subject, String address) {
        entities.persist(new AuditEvent(clock.instant(), action, actor, subject, address, AuditResult.DONE));
        news.fire(new Recorded(action));
    }

    /** Writes a refusal in a transaction by itself, since the refused deed is rolled back. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordRefusal(AuditAction action, String subject, String address) {
        entities.persist(new AuditEvent(clock.instant(), action, NOBODY, subject, address, AuditResult.REFUSED));
        news.fire(new Recorded(action));
    }

    /** When this account did such a thing last, as far as the trail goes back. */
    public Optional<Instant> latest(AuditAction action, UUID actor) {
        return Optional.ofNullable(entities.createQuery(
                        "SELECT max(e.at) FROM AuditEvent e WHERE e.actor = :actor AND e.action = :action",
                        Instant.class)
                .setParameter("actor", actor.toString())
                .setParameter("action", action.name())
                .getSingleResult());
    }

    /** The same, of somebody signed in, from where the request comes that is being answered. */
    public void record(AuditAction action, UUID actor, UUID subject) {
        record(action, actor.toString(), subject.toString(), origin.now().orElse(NOBODY));
    }
}
