package fr.predice.visio.call.ticket;

import fr.predice.visio.call.room.Side;
import fr.predice.visio.platform.token.TokenHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "call_ticket")
class CallTicket {
    @Id
    private String hash;

    @Column(name = "invitation_id")
    private UUID invitationId;

    @Enumerated(EnumType.STRING)
    private Side side;

    private int granted;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected CallTicket() {}

    CallTicket(TokenHash hash, Admission admission, Instant expiresAt) {
        this.hash = hash.hex();
        this.invitationId = admission.invitation();
        this.side = admission.side();
        this.granted = admission.grant();
        this.expiresAt = expiresAt;
    }
}
