package fr.predice.visio.messaging;

import fr.predice.visio.platform.cipher.RowCipher;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages that leave with the business row they belong to: both are committed, or neither. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Outbox {
    private static final String NEWEST = """
            SELECT new fr.predice.visio.messaging.DeliveryState(m.about, m.state, m.stateSince) FROM OutgoingMessage m
            WHERE m.about IN :about AND NOT EXISTS (
                SELECT n.id FROM OutgoingMessage n WHERE n.about = m.about AND n.createdAt > m.createdAt)""";
    private static final String WITHDRAW = """
            UPDATE OutgoingMessage m SET m.state = fr.predice.visio.messaging.Delivery.WITHDRAWN, m.stateSince = :now,
                m.settledAt = :now, m.recipient = NULL, m.subject = NULL, m.content = NULL
            WHERE m.about = :about AND m.state = fr.predice.visio.messaging.Delivery.WAITING""";

    private static final String NO_RETRY = """
            UPDATE OutgoingMessage m SET m.expiresAt = :now
            WHERE m.about = :about AND m.state = fr.predice.visio.messaging.Delivery.CLAIMED""";
    private static final String POSTED = """
            SELECT count(m), max(m.createdAt) FROM OutgoingMessage m
            WHERE m.about = :about AND m.state <> fr.predice.visio.messaging.Delivery.WITHDRAWN""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private RowCipher cipher;

    @Inject
    private Event<MessagePosted> posted;

    /** Puts a message in the caller's transaction; it is sent right after the commit. */
    public void post(NewMessage message) {
        entities.persist(new OutgoingMessage(message, cipher, clock.instant()));
        posted.fire(new MessagePosted());
    }

    /** Takes back what has not left yet about this thing; what a node is sending just now is not tried again. */
    public void withdraw(UUID about) {
        for (var statement : List.of(WITHDRAW, NO_RETRY)) {
            entities.createQuery(statement)
                    .setParameter("about", about)
                    .setParameter("now", clock.instant())
                    .executeUpdate();
        }
    }

    public Posted posted(UUID about) {
        var row = entities.createQuery(POSTED, Object[].class)
                .setParameter("about", about)
                .getSingleResult();
        return new Posted((Long) row[0], Optional.ofNullable((Instant) row[1]));
    }

    /** Where the newest message about this thing is. */
    public Optional<DeliveryState> deliveryOf(UUID about) {
        return deliveriesOf(List.of(about)).stream().findFirst();
    }

    /** The same for several things, in no order; those without a message are left out. */
    public List<DeliveryState> deliveriesOf(Collection<UUID> about) {
        return about.isEmpty()
                ? List.of()
                : entities.createQuery(NEWEST, DeliveryState.class)
                        .setParameter("about", about)
                        .getResultList();
    }
}
