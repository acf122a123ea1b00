package fr.predice.visio.signin.otp;

import fr.predice.visio.account.Account;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.signin.throttle.Bucket;
import fr.predice.visio.signin.throttle.Factor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * One sign-in in progress: five attempts and three sends in all, whatever the channel, and only the last code counts.
 */
@Entity
@Table(name = "sign_in_challenge")
class Challenge {
    static final int MOST_ATTEMPTS = 5;
    static final int MOST_SENDS = 3;

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Way channel;

    @Column(name = "code_hmac")
    private String codeHmac;

    @Column(name = "code_expires_at")
    private Instant codeExpiresAt;

    @Column(name = "last_sent_at")
    private Instant lastSentAt;

    private int sends;
    private int attempts;

    @Column(name = "consumed_at")
    private Instant consumedAt;

    /** That it was begun from, as tries are counted under it: see {@link Bucket#device}. */
    private String device;

    /** The account's count when the password was right, see {@link Account#sessions}. */
    private int sessions;

    protected Challenge() {}

    Challenge(UUID id, Account account, String device) {
        this.id = id;
        this.accountId = account.id();
        this.sessions = account.sessions();
        this.device = device;
    }

    int sessions() {
        return sessions;
    }

    /** Where its guesses are counted. */
    Bucket bucket() {
        return new Bucket(Factor.CODE, accountId.toString(), device);
    }

    void send(Way by, String hmac, Instant now) {
        this.channel = by;
        this.codeHmac = hmac;
        this.lastSentAt = now;
        this.codeExpiresAt = now.plus(OneTimeCodes.VALIDITY);
        this.sends++;
    }

    /** Nothing is sent, and no code is the right one but the app's. */
    void awaitApp(Instant now) {
        this.channel = Way.APP;
        this.codeHmac = SecretToken.random().hash().hex();
        this.codeExpiresAt = now.plus(OneTimeCodes.VALIDITY);
        if (lastSentAt == null) {
            this.lastSentAt = Instant.EPOCH;
        }
    }

    /** Whether this sign-in can still succeed, with the code it has or with one sent again. */
    boolean open() {
        return consumedAt == null && attempts < MOST_ATTEMPTS;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    Way way() {
        return channel;
    }

    String codeHmac() {
        return codeHmac;
    }

    Instant codeExpiresAt() {
        return codeExpiresAt;
    }

    Instant lastSentAt() {
        return lastSentAt;
    }

    int sendsLeft() {
        return MOST_SENDS - sends;
    }

    int attemptsLeft() {
        return MOST_ATTEMPTS - attempts;
    }
}
