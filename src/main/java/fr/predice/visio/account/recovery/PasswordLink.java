package fr.predice.visio.account.recovery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The one link by which an account's password can be replaced now. The row is gone once it was used. */
@Entity
@Table(name = "password_link")
class PasswordLink {
    static final Duration VALIDITY = Duration.ofMinutes(30);

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    private String hash;

    @Column(name = "valid_until")
    private Instant validUntil;

    protected PasswordLink() {}
}
