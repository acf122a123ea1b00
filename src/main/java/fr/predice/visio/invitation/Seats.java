package fr.predice.visio.invitation;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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
            WHERE invitation_id = :id AND side = 'PARTICIPANT' AND owner_hash IS NULL
            RETURNING grants""";

    private static final String GRANT_AGAIN = """
            UPDATE seat SET grants = grants + 1
            WHERE invitation_id = :id AND side = 'PARTICIPANT' AND owner_hash = :owner
            RETURNING grants""";

    private static final String FREE_PARTICIPANT = """
            UPDATE seat SET former_hash = owner_hash, owner_hash = NULL, grants = grants + 1, freed = grants + 1
            WHERE invitation_id = :id AND side = 'PARTICIPANT'
            RETURNING freed""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

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

    /** Who calls to which room, whether this browser has the seat already, and how the person's page is shown. */
    public record Call(UUID invitation, String caller, boolean own, Display display) {}

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
            if (taken(invitation) || isFormer(invitation, held) || isFormer(invitation, kept)) {
                throw new LinkRefused(LinkRefused.Reason.TAKEN, invitation.display());
            }
        }
        return accounts.active(invitation.organizerId())
                .map(organizer -> new Call(invitation.id(), organizer.displayName(), own, invitation.display()))
                .orElseThrow(() -> new LinkRefused(LinkRefused.Reason.REVOKED, invitation.display()));
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
            return new Seating(again(invitation, owner), owner);
        }
        invitation.checkLink(clock.instant());
        if (isFormer(invitation, held) || isFormer(invitation, Optional.of(proposed))) {
            throw new LinkRefused(invitation.id(), invitation.display());
        }
        var number = grant(GRANT_PARTICIPANT, invitation, owner);
        audit.record(AuditAction.JOINED, AuditTrail.NOBODY, invitation.id().toString(), AuditTrail.NOBODY);
        return new Seating(new Grant(invitation.id(), number, invitation.route()), owner);
    }

    /**
     * Grants the participant's seat again to the browser that owns it.
     *
     * @param held the browser's seat cookie, if it has one: another link may have taken its place there
     * @param kept the secret that this page chose
     * @throws LinkRefused TAKEN if it does not own this one, or no longer; or why the invitation is over
     */
    public Grant again(SecretToken link, Optional<SecretToken> held, Optional<SecretToken> kept) {
        var invitation = byLink(link);
        return Stream.of(held, kept)
                .filter(secret -> owns(invitation, secret))
                .flatMap(Optional::stream)
                .findFirst()
                .map(owner -> again(invitation, owner))
                .orElseThrow(() -> new LinkRefused(LinkRefused.Reason.TAKEN, invitation.display()));
    }

    private Grant again(Invitation invitation, SecretToken owner) {
        invitation.checkSeat(clock.instant());
        return new Grant(invitation.id(), grant(GRANT_AGAIN, invitation, owner), invitation.route());
    }

    /** The condition and the grant are one statement: the seat may be freed or taken meanwhile. */
    private int grant(String statement, Invitation invitation, SecretToken owner) {
        List<?> granted = entities.createNativeQuery(statement)
                .setParameter("id", invitation.id())
                .setParameter("owner", owner.hash().hex())
                .getResultList();
        return granted.stream()
                .map(number -> ((Number) number).intValue())
                .findFirst()
                .orElseThrow(() -> new LinkRefused(invitation.id(), invitation.display()));
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
     * Frees the participant's seat for the next browser that redeems a link, which opens for as long as a new one
     * would: the person took another device. The one that had it is hung up, and neither its cookie nor its tickets nor
     * the link bring it back; freed twice, the seat is for anybody again.
     *
     * @throws LinkRefused if this account has no such invitation, or it is over
     */
    public void free(UUID id, UUID account) {
        var invitation = own(id, account);
        entities.lock(invitation, LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(invitation);
        invitation.checkSeat(clock.instant());
        invitation.renew(clock.instant().plus(settings.invitations().lifetime()), Via.LINK);
        var query = entities.createNativeQuery(FREE_PARTICIPANT).setParameter("id", id);
        audit.record(AuditAction.SEAT_FREED, account, id);
        freed.fire(new SeatFreed(id, ((Number) query.getSingleResult()).intValue()));
    }

    private Invitation own(UUID id, UUID account) {
        return Optional.ofNullable(entities.find(Invitation.class, id))
                .filter(found -> found.organizerId().equals(account))
                .orElseThrow(() -> new LinkRefused(LinkRefused.Reason.UNKNOWN));
    }

    /** Which invitation this link is of, whether it still opens or not; empty for what is no link of ours. */
    public Optional<UUID> roomOf(SecretToken link) {
        return entities.createQuery("SELECT t.invitationId FROM InvitationToken t WHERE t.hash = :hash", UUID.class)
                .setParameter("hash", link.hash().hex())
                .getResultStream()
                .findFirst();
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

    private boolean isFormer(Invitation invitation, Optional<SecretToken> secret) {
        return secret.isPresent()
                && participant("former_hash", invitation)
                        .equals(secret.map(one -> one.hash().hex()));
    }

    private boolean taken(Invitation invitation) {
        return ownerOf(invitation).isPresent();
    }

    private Optional<String> ownerOf(Invitation invitation) {
        return participant("owner_hash", invitation);
    }

    private Optional<String> participant(String column, Invitation invitation) {
        List<?> hashes = entities.createNativeQuery(
                        "SELECT " + column + " FROM seat WHERE invitation_id = :id AND side = 'PARTICIPANT'")
                .setParameter("id", invitation.id())
                .getResultList();
        return hashes.stream().filter(Objects::nonNull).map(String.class::cast).findFirst();
    }
}
