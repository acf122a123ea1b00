package fr.predice.visio.messaging;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A message on its way. Recipient and content are encrypted and wiped once its fate is known. */
@Entity
@Table(name = "outgoing_message")
class OutgoingMessage {
    @Id
    private UUID id;

    private UUID about;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private byte[] recipient;
    private String subject;
    private byte[] content;

    @Enumerated(EnumType.STRING)
    private Delivery state;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    protected OutgoingMessage() {}

    OutgoingMessage(NewMessage message, MessageCipher cipher, Instant now) {
        this.id = UUID.randomUUID();
        this.about = message.about();
        this.channel = message.channel();
        this.recipient = cipher.seal(id, "recipient", message.recipient());
        this.subject = message.subject();
        this.content = cipher.seal(id, "content", message.text());
        this.state = Delivery.WAITING;
        this.nextAttemptAt = now;
        this.expiresAt = message.expiresAt();
        this.createdAt = now;
    }

    /**
     * Takes it for one attempt; whoever holds the lease is the only one to send it.
     *
     * @throws IllegalStateException if it cannot be opened; it stays as it was then
     */
    Claim claim(MessageCipher cipher, Instant leaseUntil) {
        var claim = new Claim(
                id,
                about,
                channel,
                cipher.open(id, "recipient", recipient),
                subject,
                cipher.open(id, "content", content));
        this.state = Delivery.CLAIMED;
        this.leaseUntil = leaseUntil;
        this.attempts++;
        return claim;
    }

    void settle(Delivery outcome, Instant now) {
        this.state = outcome;
        this.settledAt = now;
        this.leaseUntil = null;
        this.recipient = null;
        this.subject = null;
        this.content = null;
    }

    /** Back in the queue, a little later each time: 2, 4, 8… seconds. */
    void retry(Instant now) {
        this.state = Delivery.WAITING;
        this.leaseUntil = null;
        this.nextAttemptAt = now.plus(Duration.ofSeconds(1L << Math.min(attempts, 8)));
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    boolean held() {
        return state == Delivery.CLAIMED;
    }

    UUID about() {
        return about;
    }
}
