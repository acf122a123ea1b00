package fr.predice.visio.invitation;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Delivery;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * More links to an open invitation. Each SMS, copied link and QR code has a token of its own; each opens the room for a
 * whole lifetime from now; and all die with the invitation.
 */
@Stateless
public class InvitationLinks {
    /** The last SMS may still be on its way to the phone. */
    private static final Duration BETWEEN_SMS = Duration.ofSeconds(30);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    @Inject
    private Outbox outbox;

    @Inject
    private InvitationText text;

    @Inject
    private AuditTrail audit;

    /**
     * The number that one more SMS would go to, where one may.
     *
     * @throws LimitReached if the invitation has sent all it may, or the last SMS has only just left
     * @throws NumberErased if its number was
     * @throws LinkRefused if there is no such invitation of this organizer, or it is over
     */
    public PhoneNumber due(UUID id, UUID organizer) {
        return due(open(id, organizer, LockModeType.NONE));
    }

    /** Posts one more SMS, in place of one that still waits. Refuses as {@link #due} does. */
    public void resend(UUID id, UUID organizer) {
        var invitation = open(id, organizer, LockModeType.PESSIMISTIC_WRITE);
        var to = due(invitation);
        outbox.withdraw(id);
        outbox.post(text.sms(id, to, invitation.language(), mint(invitation, Via.SMS)));
        audit.record(AuditAction.RESENT, organizer, id);
    }

    /** @throws LinkRefused if there is no such invitation of this organizer, or it is over */
    public Link copy(UUID id, UUID organizer) {
        return show(id, organizer, Via.LINK);
    }

    /** A link to be shown as a QR code. Refuses as {@link #copy} does. */
    public Link code(UUID id, UUID organizer) {
        return show(id, organizer, Via.QR);
    }

    private Link show(UUID id, UUID organizer, Via via) {
        var link = mint(open(id, organizer, LockModeType.PESSIMISTIC_WRITE), via);
        audit.record(AuditAction.LINK_SHOWN, organizer, id);
        return link;
    }

    private Link mint(Invitation invitation, Via via) {
        var now = clock.instant();
        var token = SecretToken.random();
        entities.persist(new InvitationToken(token.hash(), invitation.id(), via, now));
        var until = invitation.renew(now.plus(settings.invitations().lifetime()), via);
        return Link.of(settings.publicAddress(), invitation.language(), token, until);
    }

    private PhoneNumber due(Invitation invitation) {
        var posted = outbox.posted(invitation.id());
        if (posted.count() >= settings.limits().smsPerInvitation()) {
            throw new LimitReached("sms-invitation", Duration.ZERO);
        }
        posted.newest()
                .filter(newest -> mayStillArrive(invitation.id()))
                .map(newest -> Duration.between(clock.instant(), newest.plus(BETWEEN_SMS)))
                .filter(wait -> wait.toMillis() > 0)
                .ifPresent(wait -> {
                    throw new LimitReached("sms-pause", wait);
                });
        return invitation.phone().orElseThrow(NumberErased::new);
    }

    private boolean mayStillArrive(UUID invitation) {
        return outbox.deliveryOf(invitation)
                .filter(newest -> newest.delivery() != Delivery.FAILED && newest.delivery() != Delivery.EXPIRED)
                .isPresent();
    }

    private Invitation open(UUID id, UUID organizer, LockModeType lock) {
        var invitation = Optional.ofNullable(entities.find(Invitation.class, id, lock))
                .filter(found -> found.organizerId().equals(organizer))
                .orElseThrow(() -> new LinkRefused(LinkRefused.Reason.UNKNOWN));
        invitation.checkSeat(clock.instant());
        return invitation;
    }
}
