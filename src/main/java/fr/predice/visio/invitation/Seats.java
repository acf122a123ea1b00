package fr.predice.visio.invitation;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may sit where. The organizer's seat belongs to the account that invited; the participant's to the first browser
 * that redeems a link, which holds a secret cookie from then on.
 */
@Stateless
public class Seats {
    private static final String GRANT_ORGANIZER =
            "UPDATE seat SET grants = grants + 1 WHERE invitation_id = :id AND side = 'ORGANIZER' RETURNING grants";

    private static final String GRANT_PARTICIPANT = """
            UPDATE seat SET owner_hash = :owner, grants = grants + 1
            WHERE invitation_id = :id AND side = 'PARTICIPANT' AND (owner_hash IS NULL OR owner_hash = :owner)
            RETURNING grants""";

    private static final String FREE_PARTICIPANT = """
            UPDATE seat SET owner_hash = NULL, grants = grants + 1, freed = grants + 1
            WHERE invitation_id = :id AND side = 'PARTICIPANT'
            RETURNING freed""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Accounts accounts;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<SeatFreed> freed;

    /** A seat granted once more. {@code number} grows with each grant of this seat. */
    public record Grant(UUID invitation, int number, Route route) {}

    /** A participant's grant, and the secret by which its browser owns the seat from now on. */
    public record Seating(Grant grant, SecretToken owner) {}

    /** Who calls to which room, and whether this browser has the seat already. */
    public record Call(UUID invitation, String caller, boolean own) {}

    /**
     * Says who calls, and changes nothing: robots that preview links may do this as often as they like.
     *
     * @param held the browser's seat cookie, if it has one
     * @param kept the secret that this page chose before, if it did: the cookie may have been lost on the way
     * @throws LinkRefused if this link would not open for this browser
     */
    public Call look(SecretToken link, Optional<SecretToken> held, Optional<SecretToken> kept) {
        var invitation = byLink(link);
        var own = owns(invitation, held) || owns(invitation, kept);
        if (own) {
            invitation.checkSeat(clock.instant());
        } else {
            invitation.checkLink(clock.instant());
            if (taken(invitation)) {
                throw new LinkRefused(LinkRefused.Reason.TAKEN);
            }
        }
        return accounts.active(invitation.organizerId())
                .map(organizer -> new Call(invitation.id(), organizer.displayName(), own))
                .orElseThrow(() -> new LinkRefused(LinkRefused.Reason.REVOKED));
    }

    /**
     * Takes the participant's seat by a link, for the first browser that does and for that one again.
     *
     * @param held the browser's seat cookie, if it has one: it may be of another invitation, and then counts for
     *     nothing
     * @param proposed the secret that this page chose for its seat: a tap whose answer was lost is repeated with the
     *     same
     * @throws LinkRefused TAKEN if another browser has the seat, or why the link opens nothing
     */
    public Seating redeem(SecretToken link, Optional<SecretToken> held, SecretToken proposed) {
        var invitation = byLink(link);
        var owner = held.filter(secret -> owns(invitation, Optional.of(secret))).orElse(proposed);
        if (owns(invitation, Optional.of(owner))) {
            invitation.checkSeat(clock.instant());
        } else {
            invitation.checkLink(clock.instant());
        }
        var number = grantParticipant(invitation, owner).orElseThrow(() -> new LinkRefused(invitation.id()));
        audit.record(AuditAction.JOINED, AuditTrail.NOBODY, invitation.id().toString(), AuditTrail.NOBODY);
        return new Seating(new Grant(invitation.id(), number, invitation.route()), owner);
    }

    /**
     * Grants the participant's seat again to the browser that owns it.
     *
     * @throws LinkRefused TAKEN if it does not own this one, or no longer; or why the invitation is over
     */
    public Grant again(SecretToken link, SecretToken owner) {
        var invitation = byLink(link);
        if (!owns(invitation, Optional.of(owner))) {
            throw new LinkRefused(LinkRefused.Reason.TAKEN);
        }
        invitation.checkSeat(clock.instant());
        return new Grant(invitation.id(), grantParticipant(invitation, owner).orElseThrow(), invitation.route());
    }

    private Optional<Integer> grantParticipant(Invitation invitation, SecretToken owner) {
        List<?> granted = entities.createNativeQuery(GRANT_PARTICIPANT)
                .setParameter("id", invitation.id())
                .setParameter("owner", owner.hash().hex())
                .getResultList();
        return granted.stream().map(number -> ((Number) number).intValue()).findFirst();
    }

    /**
     * Grants the organizer's seat to the account that invited.
     *
     * @throws LinkRefused if this account has no such invitation, or it is over
     */
    public Grant organizer(UUID id, UUID account) {
        var invitation = own(id, account);
        invitation.checkSeat(clock.instant());
        var query = entities.createNativeQuery(GRANT_ORGANIZER).setParameter("id", id);
        var grants = (Number) query.getSingleResult();
        return new Grant(id, grants.intValue(), invitation.route());
    }

    /**
     * Frees the participant's seat for the next browser that redeems a link: the person took another device. The one
     * that had it is hung up, and neither its cookie nor its tickets bring it back.
     *
     * @throws LinkRefused if this account has no such invitation, or it is over
     */
    public void free(UUID id, UUID account) {
        own(id, account).checkSeat(clock.instant());
        var query = entities.createNativeQuery(FREE_PARTICIPANT).setParameter("id", id);
        audit.record(AuditAction.SEAT_FREED, account, id);
        freed.fire(new SeatFreed(id, ((Number) query.getSingleResult()).intValue()));
    }

    private Invitation own(UUID id, UUID account) {
        return Optional.ofNullable(entities.find(Invitation.class, id))
                .filter(found -> found.organizerId().equals(account))
                .orElseThrow(() -> new LinkRefused(LinkRefused.Reason.UNKNOWN));
    }

    private Invitation byLink(SecretToken link) {
        return entities.createQuery("""
                        SELECT i FROM Invitation i, InvitationToken t
                        WHERE t.hash = :hash AND i.id = t.invitationId""", Invitation.class)
                .setParameter("hash", link.hash().hex())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new LinkRefused(LinkRefused.Reason.UNKNOWN));
    }

    private boolean owns(Invitation invitation, Optional<SecretToken> owner) {
        return owner.isPresent()
                && ownerOf(invitation).equals(owner.map(secret -> secret.hash().hex()));
    }

    private boolean taken(Invitation invitation) {
        return ownerOf(invitation).isPresent();
    }

    private Optional<String> ownerOf(Invitation invitation) {
        List<?> owners = entities.createNativeQuery(
                        "SELECT owner_hash FROM seat WHERE invitation_id = :id AND side = 'PARTICIPANT'")
                .setParameter("id", invitation.id())
                .getResultList();
        return owners.stream().filter(Objects::nonNull).map(String.class::cast).findFirst();
    }
}
