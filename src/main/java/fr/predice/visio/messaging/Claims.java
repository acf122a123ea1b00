package fr.predice.visio.messaging;

import jakarta.ejb.Schedule;
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
    private static final System.Logger LOG = System.getLogger(Claims.class.getName());
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String WAITING = """
            SELECT * FROM outgoing_message WHERE state = 'WAITING' AND next_attempt_at <= :now
            ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED""";
    private static final String ABANDONED = """
            SELECT * FROM outgoing_message WHERE state = 'CLAIMED' AND lease_until <= :now
            LIMIT 1 FOR UPDATE SKIP LOCKED""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private MessageCipher cipher;

    @Inject
    private Event<DeliverySettled> settled;

    /**
     * Takes the next message that is due; nodes that ask at the same time get different ones. What came too late, or
     * was sealed under a key that is gone, has failed, and holds up nobody behind it.
     */
    public Optional<Claim> next() {
        var now = clock.instant();
        Optional<OutgoingMessage> due;
        while ((due = oneDue(WAITING)).isPresent()) {
            var message = due.get();
            if (message.expired(now)) {
                settle(message, Delivery.FAILED);
                continue;
            }
            try {
                return Optional.of(message.claim(cipher, now.plus(LEASE)));
            } catch (IllegalStateException unreadable) {
                LOG.log(System.Logger.Level.ERROR, "Not sent", unreadable);
                settle(message, Delivery.FAILED);
            }
        }
        return Optional.empty();
    }

    /** A lease that ran out belonged to a node that died mid-attempt: nobody knows whether the message left. */
    public void settleAbandoned() {
        Optional<OutgoingMessage> abandoned;
        while ((abandoned = oneDue(ABANDONED)).isPresent()) {
            settle(abandoned.get(), Delivery.UNKNOWN);
        }
    }

    @Schedule(hour = "*", minute = "41", persistent = false)
    void forgetSettled() {
        entities.createQuery("DELETE FROM OutgoingMessage m WHERE m.settledAt < :limit")
                .setParameter("limit", clock.instant().minus(KEPT))
                .executeUpdate();
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

    private Optional<OutgoingMessage> oneDue(String which) {
        List<?> due = entities.createNativeQuery(which, OutgoingMessage.class)
                .setParameter("now", clock.instant())
                .getResultList();
        return due.stream().map(OutgoingMessage.class::cast).findFirst();
    }
}
