package fr.predice.visio.signin.authenticator;

import fr.predice.visio.platform.cipher.RowCipher;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;

/** The app of one account. Until a first code confirms it, it opens nothing. */
@Entity
@Table(name = "authenticator")
class Authenticator {
    @Id
    @Column(name = "account_id")
    private UUID accountId;

    private byte[] secret;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "last_step")
    private long lastStep;

    protected Authenticator() {}

    /** @param secret 20 bytes (RFC 4226 §4, R6) in base32 */
    Authenticator(UUID account, String secret, RowCipher cipher, Instant now) {
        this.accountId = account;
        this.secret = cipher.seal(account, "authenticator", secret);
        this.startedAt = now;
    }

    void confirm(Instant now) {
        this.confirmedAt = now;
    }

    boolean confirmed() {
        return confirmedAt != null;
    }

    Instant startedAt() {
        return startedAt;
    }

    String secret(RowCipher cipher) {
        return cipher.open(accountId, "authenticator", secret);
    }

    /** @return whether it is a code of now; neither it nor a former one is from then on */
    boolean accept(String code, RowCipher cipher, Instant now) {
        var codes = new TimeCodes(new Base32().decode(secret(cipher)));
        var step = codes.step(code, now, lastStep);
        step.ifPresent(used -> lastStep = used);
        return step.isPresent();
    }
}
