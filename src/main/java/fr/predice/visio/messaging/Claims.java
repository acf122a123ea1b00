package fr.predice.visio.messaging;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The short transactions around an attempt: take a message under a lease, then record what became of it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Claims {
    private static final Duration LEASE = Duration.ofMinutes(2);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private MessageCipher cipher;

    @Inject
    private Event<DeliverySettled> settled;

    /** Takes the next message that is due; nodes that ask at the same time get different ones. */
    public Optional<Claim> next() {
        var due = due("SELECT * FROM outgoing_message WHERE state = 'WAITING' AND next_attempt_at <= :now");
        var now = clock.instant();
        for (var message : due) {
            if (message.expired(now)) {
                settle(message, Delivery.FAILED);
            } else {
                return Optional.of(message.claim(cipher, now.plus(LEASE)));
            }
        }
        return Optional.empty();
    }

    /** A lease that ran out belonged to a node that died mid-attempt: nobody knows whether the message left. */
    public void settleAbandoned() {
        due("SELECT * FROM outgoing_message WHERE state = 'CLAIMED' AND lease_until <= :now")
                .forEach(message -> settle(message, Delivery.UNKNOWN));
    }

    public void record(UUID id, Outcome outcome) {
        var message = entities.find(OutgoingMessage.class, id);
        if (message == null || !message.held()) {
            return;
        }
        switch (outcome.kind()) {
            case ACCEPTED -> settle(message, Delivery.SENT);
            case REFUSED -> settle(message, Delivery.FAILED);
            case UNKNOWN -> settle(message, Delivery.UNKNOWN);
            case RETRY -> message.retry(clock.instant());
        }
    }

    private void settle(OutgoingMessage message, Delivery outcome) {
        message.settle(outcome, clock.instant());
        settled.fire(new DeliverySettled(message.about(), outcome));
    }

    @SuppressWarnings("unchecked")
    private List<OutgoingMessage> due(String select) {
        return entities.createNativeQuery(
                        select + " ORDER BY next_attempt_at LIMIT 10 FOR UPDATE SKIP LOCKED", OutgoingMessage.class)
                .setParameter("now", clock.instant())
                .getResultList();
    }
}
