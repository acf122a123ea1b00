package fr.predice.visio.invitation;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.DeliveryState;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.messaging.sms.SmsLimits;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.token.KeyedHash;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Invitations: made once per form, opened by a link, ended by their organizer. */
@Stateless
public class Invitations {
    /** The purpose of a number's keyed hash. */
    static final String PHONE = "phone";

    private static final String BY_FORM = """
            SELECT i.id FROM Invitation i
            WHERE i.organizerId = :organizer AND i.request = :request AND i.phoneHash = :phone""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private KeyedHash hash;

    @Inject
    private SmsLimits limits;

    @Inject
    private Outbox outbox;

    @Inject
    private InvitationOpening opening;

    @Inject
    private AuditTrail audit;

    /**
     * Invites a mobile number: the invitation and its SMS are committed together. The same form again (double click,
     * reload) gives the same invitation and sends nothing; with another number it invites that one.
     *
     * @param request the form's own number
     * @return the invitation's id
     * @throws fr.predice.visio.platform.limit.LimitReached if the account, the address, the number or the site sent too
     *     many
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID invite(Organizer organizer, PhoneNumber to, UUID request) {
        var account = organizer.account();
        var known = byForm(account, to, request);
        if (known.isPresent()) {
            return known.get();
        }
        limits.take(account, organizer.address(), to);
        return opening.open(account, to, request)
                .or(() -> byForm(account, to, request))
                .orElseThrow();
    }

    private Optional<UUID> byForm(UUID organizer, PhoneNumber to, UUID request) {
        return entities.createQuery(BY_FORM, UUID.class)
                .setParameter("organizer", organizer)
                .setParameter("request", request)
                .setParameter("phone", hash.of(PHONE, to.e164()))
                .getResultStream()
                .findFirst();
    }

    /**
     * What the organizer's room shows.
     *
     * @throws LinkRefused if there is no such invitation of this organizer, or it is over
     */
    public OwnInvitation own(UUID id, UUID organizer) {
        var invitation = find(id, organizer);
        invitation.checkSeat(clock.instant());
        return new OwnInvitation(
                id, invitation.phone().map(PhoneNumber::grouped).orElse(""));
    }

    /** What became of this invitation's newest SMS; empty while it is on its way. */
    public Optional<InvitationDelivered> delivered(UUID id) {
        return outbox.deliveryOf(id)
                .map(DeliveryState::delivery)
                .filter(delivery -> !delivery.onItsWay())
                .map(delivery -> new InvitationDelivered(id, delivery));
    }

    /**
     * Closes the invitation: its links and seats open nothing any more. Ending it again changes nothing.
     *
     * @throws LinkRefused if there is no such invitation of this organizer
     */
    public void end(UUID id, UUID organizer) {
        find(id, organizer);
        var ended = entities.createQuery(
                        "UPDATE Invitation i SET i.endedAt = :now WHERE i.id = :id AND i.endedAt IS NULL")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
        if (ended == 1) {
            audit.record(AuditAction.ENDED, organizer, id);
        }
    }

    private Invitation find(UUID id, UUID organizer) {
        return Optional.ofNullable(entities.find(Invitation.class, id))
                .filter(invitation -> invitation.organizerId().equals(organizer))
                .orElseThrow(() -> new LinkRefused(LinkRefused.Reason.UNKNOWN));
    }
}
