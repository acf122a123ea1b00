package fr.predice.visio.account.recovery;

import fr.predice.visio.platform.cipher.RowCipher;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody, known or not, cannot get in. The row is gone once it was looked at. */
@Entity
@Table(name = "recovery_request")
class RecoveryRequest {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Lost lost;

    private byte[] typed;
    private String address;

    @Column(name = "asked_at")
    private Instant askedAt;

    protected RecoveryRequest() {}

    RecoveryRequest(Lost lost, String typed, String address, RowCipher cipher, Instant now) {
        this.id = UUID.randomUUID();
        this.lost = lost;
        this.typed = cipher.seal(id, "typed", typed);
        this.address = address;
        this.askedAt = now;
    }

    UUID id() {
        return id;
    }

    Lost lost() {
        return lost;
    }

    String typed(RowCipher cipher) {
        return cipher.open(id, "typed", typed);
    }

    /** The client's. */
    String address() {
        return address;
    }
}
