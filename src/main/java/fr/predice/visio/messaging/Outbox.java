package fr.predice.visio.messaging;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Messages that leave with the business row they belong to: both are committed, or neither. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Outbox {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private MessageCipher cipher;

    @Inject
    private Event<MessagePosted> posted;

    /** Puts a message in the caller's transaction; it is sent right after the commit. */
    public void post(NewMessage message) {
        entities.persist(new OutgoingMessage(message, cipher, clock.instant()));
        posted.fire(new MessagePosted());
    }

    /** Where the newest message about this thing is. */
    public Optional<Delivery> deliveryOf(UUID about) {
        return entities.createQuery(
                        "SELECT m.state FROM OutgoingMessage m WHERE m.about = :about ORDER BY m.createdAt DESC",
                        Delivery.class)
                .setParameter("about", about)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
