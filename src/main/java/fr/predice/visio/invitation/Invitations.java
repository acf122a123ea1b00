package fr.predice.visio.invitation;

import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.messaging.sms.SmsLimits;
import fr.predice.visio.platform.drain.Drain;
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

/**
 * Invitations that an organizer makes, corrects and looks at. Whatever sends an SMS counts it first, in transactions of
 * its own: no refusal or failure later gives it back.
 */
@Stateless
public class Invitations {
    /** The purpose of a number's keyed hash. */
    static final String PHONE = "phone";

    private static final String BY_FORM = """
            SELECT i.id FROM Invitation i
            WHERE i.organizerId = :organizer AND i.request = :request AND i.phoneHash IN :phones""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private KeyedHash hash;

    @Inject
    private SmsLimits limits;

    @Inject
    private Drain drain;

    @Inject
    private Outbox outbox;

    @Inject
    private InvitationOpening opening;

    @Inject
    private InvitationLinks links;

    /**
     * Invites a mobile number: the invitation and its SMS are committed together. The same form again (double click,
     * reload) gives the same invitation and sends nothing; with another number it invites that one.
     *
     * @param request the form's own number
     * @return the invitation's id
     * @throws fr.predice.visio.platform.limit.LimitReached if the account, the address, the number or the site sent too
     *     many
     * @throws fr.predice.visio.platform.drain.NodeStops if this node is about to stop
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID invite(Organizer organizer, PhoneNumber to, Choices choices, UUID request) {
        var account = organizer.account();
        var known = byForm(account, to, request);
        if (known.isPresent()) {
            return known.get();
        }
        drain.refuseNew();
        limits.take(account, organizer.address(), to);
        return opening.open(account, to, choices, request)
                .or(() -> byForm(account, to, request))
                .orElseThrow();
    }

    /**
     * Sends one more SMS with a link of its own.
     *
     * @throws fr.predice.visio.platform.limit.LimitReached as {@link #invite}; or if this invitation has sent all it
     *     may, or the last SMS has only just left
     * @throws LinkRefused if there is no such invitation of this organizer, or it is over
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void resend(Organizer organizer, UUID id) {
        var to = links.due(id, organizer.account());
        limits.take(organizer.account(), organizer.address(), to);
        links.resend(id, organizer.account());
    }

    /**
     * Invites the right number in place of a wrong one, whose links open nothing from then on, with the same choices.
     * The same correction again gives the same invitation.
     *
     * @return the new invitation's id
     * @throws fr.predice.visio.platform.limit.LimitReached as {@link #invite}
     * @throws fr.predice.visio.platform.drain.NodeStops as {@link #invite}
     * @throws SameNumber if that number is the one that was invited
     * @throws LinkRefused if there is no such invitation of this organizer, or it is over
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID correct(Organizer organizer, UUID wrong, PhoneNumber to) {
        var account = organizer.account();
        var known = byForm(account, to, wrong);
        if (known.isPresent()) {
            return known.get();
        }
        if (own(wrong, account).phone().equals(Optional.of(to))) {
            throw new SameNumber();
        }
        drain.refuseNew();
        limits.take(account, organizer.address(), to);
        try {
            return opening.correct(wrong, account, to).orElseThrow();
        } catch (LinkRefused over) {
            return byForm(account, to, wrong).orElseThrow(() -> over);
        }
    }

    private Optional<UUID> byForm(UUID organizer, PhoneNumber to, UUID request) {
        return entities.createQuery(BY_FORM, UUID.class)
                .setParameter("organizer", organizer)
                .setParameter("request", request)
                .setParameter("phones", hash.each(PHONE, to.e164()))
                .getResultStream()
                .findFirst();
    }

    /**
     * What the organizer's room shows.
     *
     * @throws LinkRefused if there is no such invitation of this organizer, or it is over
     */
    public OwnInvitation own(UUID id, UUID organizer) {
        var invitation = Optional.ofNullable(entities.find(Invitation.class, id))
                .filter(found -> found.organizerId().equals(organizer))
                .orElseThrow(() -> new LinkRefused(LinkRefused.Reason.UNKNOWN));
        invitation.checkSeat(clock.instant());
        return new OwnInvitation(id, invitation.phone(), invitation.language());
    }

    /** What became of this invitation's newest SMS; empty while it is on its way. */
    public Optional<InvitationDelivered> delivered(UUID id) {
        return outbox.deliveryOf(id).filter(news -> !news.delivery().onItsWay()).map(InvitationDelivered::new);
    }
}
