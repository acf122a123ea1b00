package fr.predice.visio.account.activation;

import fr.predice.visio.platform.token.TokenHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** An invitation to become an administrator: wished for first, then mailed. */
@Entity
@Table(name = "activation")
class Activation {
    static final Duration VALIDITY = Duration.ofHours(24);

    @Id
    private UUID id;

    private String mail;

    @Column(name = "wished_at")
    private Instant wishedAt;

    private String hash;

    @Column(name = "valid_until")
    private Instant validUntil;

    @Column(name = "used_at")
    private Instant usedAt;

    protected Activation() {}

    Activation(String mail, Instant now) {
        this.id = UUID.randomUUID();
        this.mail = mail;
        this.wishedAt = now;
    }

    void mailed(TokenHash link, Instant now) {
        this.hash = link.hex();
        this.validUntil = now.plus(VALIDITY);
    }

    UUID id() {
        return id;
    }

    String mail() {
        return mail;
    }
}
