package fr.predice.visio.invitation;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Outbox;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The end of an invitation, for one reason or another: its links and seats open nothing any more, an SMS that still
 * waits does not leave, and its room closes.
 */
@Stateless
public class InvitationClosing {
    private static final String OPEN = """
            SELECT i FROM Invitation i WHERE i.organizerId = :organizer AND i.createdAt > :since
            AND i.endedAt IS NULL AND i.revokedAt IS NULL ORDER BY i.id""";
    private static final String OVER = """
            SELECT i.id FROM Invitation i WHERE i.id IN :ids AND (i.endedAt IS NOT NULL OR i.revokedAt IS NOT NULL)""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<InvitationClosed> closed;

    /**
     * The call is over. Ending it again changes nothing.
     *
     * @throws LinkRefused if there is no such invitation of this organizer
     */
    public void end(UUID id, UUID organizer) {
        var invitation = own(id, organizer);
        if (invitation.isOpen()) {
            invitation.end(clock.instant());
            close(id, organizer, AuditAction.ENDED);
        }
    }

    /**
     * Nobody is to come any more. Cancelling what is over changes nothing.
     *
     * @throws LinkRefused if there is no such invitation of this organizer
     */
    public void cancel(UUID id, UUID organizer) {
        var invitation = own(id, organizer);
        if (invitation.isOpen()) {
            invitation.revoke(clock.instant());
            close(id, organizer, AuditAction.CANCELLED);
        }
    }

    /**
     * It went to a wrong number.
     *
     * @return what was chosen for it
     * @throws LinkRefused if there is no such invitation of this organizer, or it is over
     */
    public Choices correct(UUID id, UUID organizer) {
        var invitation = own(id, organizer);
        invitation.checkSeat(clock.instant());
        invitation.revoke(clock.instant());
        close(id, organizer, AuditAction.CORRECTED);
        return invitation.choices();
    }

    /** Nobody can come any more, nor go on: the organizer's account was suspended. */
    public void endAllOf(UUID organizer, UUID by) {
        entities.createQuery(OPEN, Invitation.class)
                .setParameter("organizer", organizer)
                .setParameter("since", clock.instant().minus(Invitation.LONGEST_CALL))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(invitation -> {
                    invitation.end(clock.instant());
                    close(invitation.id(), by, AuditAction.ENDED);
                });
    }

    /** Which of these are over. Those who hold rooms open ask: the end may have been said on another node. */
    public List<UUID> overAmong(Collection<UUID> invitations) {
        return invitations.isEmpty()
                ? List.of()
                : entities.createQuery(OVER, UUID.class)
                        .setParameter("ids", invitations)
                        .getResultList();
    }

    private void close(UUID id, UUID by, AuditAction why) {
        outbox.withdraw(id);
        audit.record(why, by, id);
        closed.fire(new InvitationClosed(id));
    }

    private Invitation own(UUID id, UUID organizer) {
        return Optional.ofNullable(entities.find(Invitation.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.organizerId().equals(organizer))
                .orElseThrow(() -> new LinkRefused(LinkRefused.Reason.UNKNOWN));
    }
}
