package fr.predice.visio.invitation;

import fr.predice.visio.platform.token.TokenHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One of the links of an invitation, known only by its hash. */
@Entity
@Table(name = "invitation_token")
class InvitationToken {
    @Id
    private String hash;

    @Column(name = "invitation_id")
    private UUID invitationId;

    @Enumerated(EnumType.STRING)
    private Via via;

    @Column(name = "minted_at")
    private Instant mintedAt;

    protected InvitationToken() {}

    InvitationToken(TokenHash hash, UUID invitationId, Via via, Instant mintedAt) {
        this.hash = hash.hex();
        this.invitationId = invitationId;
        this.via = via;
        this.mintedAt = mintedAt;
    }
}
