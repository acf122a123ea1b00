package fr.predice.visio.messaging;

import fr.predice.visio.platform.cipher.RowCipher;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A message as it is put in the outbox. From there on {@link MessageQueue} moves its row. */
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
    private String language;

    @Enumerated(EnumType.STRING)
    private Delivery state;

    @Column(name = "state_since")
    private Instant stateSince;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "created_at")
    private Instant createdAt;

    protected OutgoingMessage() {}

    OutgoingMessage(NewMessage message, RowCipher cipher, Instant now) {
        this.id = UUID.randomUUID();
        this.about = message.about();
        this.channel = message.channel();
        this.recipient = cipher.seal(id, "recipient", message.recipient());
        this.subject = message.subject();
        this.content = cipher.seal(id, "content", message.text());
        this.language = message.language().toLanguageTag();
        this.state = Delivery.WAITING;
        this.stateSince = now;
        this.nextAttemptAt = now;
        this.expiresAt = message.expiresAt();
        this.createdAt = now;
    }
}
