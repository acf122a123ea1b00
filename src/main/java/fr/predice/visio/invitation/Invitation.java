package fr.predice.visio.invitation;

import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One organizer invites one number to one call, now. */
@Entity
@Table(name = "invitation")
class Invitation {
    /** A seat taken in time is kept this long, since a call may outlive the link that opened it. */
    static final Duration LONGEST_CALL = Duration.ofHours(12);

    @Id
    private UUID id;

    @Column(name = "organizer_id")
    private UUID organizerId;

    private UUID request;
    private String phone;

    @Column(name = "phone_hash")
    private String phoneHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "phone_served_at")
    private Instant phoneServedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private Route route;

    @Enumerated(EnumType.STRING)
    private GuestLanguage language;

    @Enumerated(EnumType.STRING)
    private Display display;

    protected Invitation() {}

    /** @throws LinkRefused if no one may enter by a link any more */
    void checkLink(Instant now) {
        checkOpen();
        if (!now.isBefore(expiresAt)) {
            throw new LinkRefused(LinkRefused.Reason.EXPIRED, display);
        }
    }

    /** @throws LinkRefused if not even the owner of a seat may come back */
    void checkSeat(Instant now) {
        checkOpen();
        if (!now.isBefore(createdAt.plus(LONGEST_CALL))) {
            throw new LinkRefused(LinkRefused.Reason.EXPIRED, display);
        }
    }

    private void checkOpen() {
        if (revokedAt != null) {
            throw new LinkRefused(LinkRefused.Reason.REVOKED, display);
        }
        if (endedAt != null) {
            throw new LinkRefused(LinkRefused.Reason.ENDED, display);
        }
    }

    /** Neither ended nor cancelled; its links may have expired. */
    boolean isOpen() {
        return endedAt == null && revokedAt == null;
    }

    /** "cancelled", "ended", "expired" while a call may go on but no link opens it any more, or "open". */
    String life(Instant now) {
        if (revokedAt != null) {
            return "cancelled";
        }
        if (endedAt != null || !now.isBefore(createdAt.plus(LONGEST_CALL))) {
            return "ended";
        }
        return now.isBefore(expiresAt) ? "open" : "expired";
    }

    void end(Instant now) {
        endedAt = now;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    /**
     * A new link opens for a whole lifetime, as far as the longest call allows. Only an SMS keeps the number longer: a
     * link that is copied needs none.
     */
    Instant renew(Instant until, Via via) {
        var last = createdAt.plus(LONGEST_CALL);
        expiresAt = until.isBefore(last) ? until : last;
        if (via == Via.SMS) {
            phoneServedAt = expiresAt;
        }
        return expiresAt;
    }

    UUID id() {
        return id;
    }

    UUID organizerId() {
        return organizerId;
    }

    Route route() {
        return route;
    }

    Choices choices() {
        return new Choices(route, language, display);
    }

    GuestLanguage language() {
        return language;
    }

    Display display() {
        return display;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Absent once it was erased. */
    Optional<PhoneNumber> phone() {
        return Optional.ofNullable(phone).map(PhoneNumber::new);
    }
}
