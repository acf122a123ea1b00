package fr.predice.visio.account.contact;

import fr.predice.visio.account.Account;
import fr.predice.visio.messaging.Channel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A new address or mobile that waits for its proof. The row is gone once it was proved, or another was asked for. */
@Entity
@Table(name = "contact_change")
class ContactChange {
    static final int MOST_ATTEMPTS = 5;

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Column(name = "new_value")
    private String newValue;

    @Column(name = "proof_hash")
    private String proofHash;

    private int attempts;

    @Column(name = "asked_by")
    private UUID askedBy;

    private int sessions;

    @Column(name = "valid_until")
    private Instant validUntil;

    protected ContactChange() {}

    ContactChange(Account owner, NewContact contact, UUID askedBy, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = owner.id();
        this.sessions = owner.sessions();
        this.channel = contact.channel();
        this.newValue = contact.value();
        this.askedBy = askedBy;
        this.validUntil = now.plus(validity(channel));
    }

    static Duration validity(Channel channel) {
        return channel == Channel.MAIL ? Duration.ofHours(24) : Duration.ofMinutes(30);
    }

    /** @param hash of a link's token, or the keyed one of a code */
    void provedBy(String hash) {
        this.proofHash = hash;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    Channel channel() {
        return channel;
    }

    String newValue() {
        return newValue;
    }

    String proofHash() {
        return proofHash;
    }

    UUID askedBy() {
        return askedBy;
    }

    boolean askedByOwner() {
        return askedBy.equals(accountId);
    }

    /** Nothing ended the owner's sessions since it was asked for. */
    boolean asOf(Account owner) {
        return sessions == owner.sessions();
    }

    Instant validUntil() {
        return validUntil;
    }

    int attemptsLeft() {
        return MOST_ATTEMPTS - attempts;
    }
}
