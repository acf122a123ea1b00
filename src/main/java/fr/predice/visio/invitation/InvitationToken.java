package fr.predice.visio.invitation;

import fr.predice.visio.platform.token.TokenHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One of the links of an invitation, known only by its hash. */
@Entity
@Table(name = "invitation_token")
class InvitationToken {
    @Id
    private String hash;

    @Column(name = "invitation_id")
    private UUID invitationId;

    protected InvitationToken() {}

    InvitationToken(TokenHash hash, UUID invitationId) {
        this.hash = hash.hex();
        this.invitationId = invitationId;
    }
}
