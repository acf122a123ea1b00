package fr.predice.visio.account;

import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A person who may sign in: most are professionals who may invite. */
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

    @Enumerated(EnumType.STRING)
    private Role role;

    private String profession;

    @Column(name = "professional_number")
    private String professionalNumber;

    @Column(name = "number_proved")
    private boolean numberProved;

    @Column(name = "establishment_id")
    private UUID establishmentId;

    private String language;

    @Column(name = "password_until")
    private Instant passwordUntil;

    @Column(name = "password_mailed")
    private boolean passwordMailed;

    private int sessions;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "suspended_at")
    private Instant suspendedAt;

    @Column(name = "suspended_for")
    private String suspendedFor;

    protected Account() {}

    Account(NewAccount person, String passwordHash, Instant now) {
        this.id = UUID.randomUUID();
        this.identifier = person.identifier();
        this.passwordHash = passwordHash;
        this.displayName = person.displayName();
        this.mobile = person.mobile().e164();
        this.mail = person.mail();
        this.active = true;
        this.role = person.role();
        this.language = person.language().getLanguage();
        this.createdAt = now;
        person.practice().ifPresent(practice -> {
            this.profession = practice.profession();
            this.professionalNumber = practice.number().digits();
            this.establishmentId = practice.establishment();
        });
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

    public String identifier() {
        return identifier;
    }

    public Role role() {
        return role;
    }

    public boolean isActive() {
        return active;
    }

    public AccountState state(Instant now) {
        if (!active) {
            return AccountState.SUSPENDED;
        }
        if (passwordUntil == null) {
            return AccountState.ACTIVE;
        }
        return passwordIsOver(now) ? AccountState.LATE : AccountState.NEW;
    }

    /** Empty for whoever is no professional. */
    public Optional<String> profession() {
        return Optional.ofNullable(profession);
    }

    public Optional<ProfessionalNumber> professionalNumber() {
        return Optional.ofNullable(professionalNumber).map(ProfessionalNumber::new);
    }

    /** Whether its owner came in by it, or an administrator confirmed it; until then names are compared. */
    public boolean isNumberProved() {
        return numberProved;
    }

    /** The number is its owner's, whatever name is told with it. */
    public void proveNumber() {
        this.numberProved = true;
    }

    public Optional<UUID> establishment() {
        return Optional.ofNullable(establishmentId);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Until when the initial password serves; empty once it was changed. */
    public Optional<Instant> passwordUntil() {
        return Optional.ofNullable(passwordUntil);
    }

    public Optional<Instant> suspendedAt() {
        return Optional.ofNullable(suspendedAt);
    }

    /** In the administrator's words. */
    public Optional<String> suspendedFor() {
        return Optional.ofNullable(suspendedFor);
    }

    /** What mails to this person are in. */
    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    /** How often all sessions of this account were ended; one opened before that is worth nothing. */
    public int sessions() {
        return sessions;
    }

    /** The password came by mail, or was chosen by a link that did: no code is to come the same way. */
    public boolean passwordWasMailed() {
        return hasInitialPassword() || passwordMailed;
    }

    /** The password was chosen by whoever reads the mailbox. */
    public void chosenByMail() {
        this.passwordMailed = true;
    }

    /** A code came by another way than mail: this is not somebody who reads the mailbox alone. */
    public void provedBesidesMail() {
        this.passwordMailed = false;
    }

    /** It still has the password that it was opened with, which is to be changed. */
    public boolean hasInitialPassword() {
        return passwordUntil != null;
    }

    /** It has its initial password still, and too late. */
    public boolean passwordIsOver(Instant now) {
        return passwordUntil != null && !now.isBefore(passwordUntil);
    }

    /** What a password must not be made of. */
    List<String> ownWords() {
        return List.of(identifier, displayName, mail);
    }

    String passwordHash() {
        return passwordHash;
    }

    void startWithInitialPassword(Instant until) {
        this.passwordUntil = until;
    }

    /** One's own from now on; whoever else was signed in with the former one no longer is. */
    void choosePassword(String hash) {
        this.passwordHash = hash;
        this.passwordUntil = null;
        this.passwordMailed = false;
        endSessions();
    }

    /** Another initial password in place of whatever it had; whoever was signed in no longer is. */
    public void startAgain(String hash, Instant until) {
        this.passwordHash = hash;
        this.passwordUntil = until;
        endSessions();
    }

    /** Nobody signs in to it any more, and whoever was signed in no longer is. */
    public void suspend(String why, Instant now) {
        this.active = false;
        this.suspendedAt = now;
        this.suspendedFor = why;
        endSessions();
    }

    /** With the password it had. */
    public void reactivate() {
        this.active = true;
        this.suspendedAt = null;
        this.suspendedFor = null;
    }

    /** At the next request of whoever is signed in, on every node. */
    void endSessions() {
        this.sessions++;
    }
}
