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
import java.util.Optional;
import java.util.UUID;

/**
 * The end of an invitation, for one reason or another: its links and seats open nothing any more, an SMS that still
 * waits does not leave, and its room closes.
 */
@Stateless
public class InvitationClosing {
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
     * @return the route that was chosen for the call
     * @throws LinkRefused if there is no such invitation of this organizer, or it is over
     */
    public Route correct(UUID id, UUID organizer) {
        var invitation = own(id, organizer);
        invitation.checkSeat(clock.instant());
        invitation.revoke(clock.instant());
        close(id, organizer, AuditAction.CORRECTED);
        return invitation.route();
    }

    private void close(UUID id, UUID organizer, AuditAction why) {
        outbox.withdraw(id);
        audit.record(why, organizer, id);
        closed.fire(new InvitationClosed(id));
    }

    private Invitation own(UUID id, UUID organizer) {
        return Optional.ofNullable(entities.find(Invitation.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.organizerId().equals(organizer))
                .orElseThrow(() -> new LinkRefused(LinkRefused.Reason.UNKNOWN));
    }
}
