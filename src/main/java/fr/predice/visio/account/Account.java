package fr.predice.visio.account;

import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** A professional who may invite. */
@Entity
@Table(name = "account")
public class Account {
    /** Lower case, so that it is the same to Java, to PostgreSQL and to the limits. */
    static final Pattern IDENTIFIER = Pattern.compile("[a-z0-9._@+-]{1,100}");

    @Id
    private UUID id;

    private String identifier;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "display_name")
    private String displayName;

    private String mobile;
    private String mail;
    private boolean active;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Account() {}

    Account(NewAccount person, String passwordHash, Instant now) {
        this.id = UUID.randomUUID();
        this.identifier = person.identifier();
        this.passwordHash = passwordHash;
        this.displayName = person.displayName();
        this.mobile = person.mobile().e164();
        this.mail = person.mail();
        this.active = true;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    public PhoneNumber mobile() {
        return new PhoneNumber(mobile);
    }

    public String mail() {
        return mail;
    }

    String passwordHash() {
        return passwordHash;
    }
}
