package fr.predice.visio.account.registration;

import fr.predice.visio.account.Finess;
import fr.predice.visio.account.MailAddress;
import fr.predice.visio.account.ProfessionalNumber;
import fr.predice.visio.account.Workplace;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.token.TokenHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A request for an account. */
@Entity
@Table(name = "registration")
public class Registration {
    /** How long the link proves the address. */
    public static final Duration PROOF = Duration.ofHours(24);

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private RegistrationState state;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "given_name")
    private String givenName;

    private String profession;

    @Column(name = "professional_number")
    private String professionalNumber;

    @Column(name = "number_proved")
    private boolean numberProved;

    @Column(name = "establishment_name")
    private String establishmentName;

    @Column(name = "establishment_town")
    private String establishmentTown;

    private String finess;
    private String mail;
    private String mobile;
    private String language;

    @Column(name = "terms_version")
    private String termsVersion;

    @Column(name = "link_hash")
    private String linkHash;

    private boolean mailed;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "proof_until")
    private Instant proofUntil;

    @Column(name = "proved_at")
    private Instant provedAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private UUID decidedBy;

    private String reason;

    @Column(name = "account_id")
    private UUID accountId;

    protected Registration() {}

    Registration(Applicant applicant, Locale language, String termsVersion, Instant now) {
        this.id = UUID.randomUUID();
        this.state = RegistrationState.UNPROVEN;
        this.familyName = applicant.familyName();
        this.givenName = applicant.givenName();
        this.profession = applicant.profession();
        this.professionalNumber = applicant.number().digits();
        this.establishmentName = applicant.workplace().name();
        this.establishmentTown = applicant.workplace().town();
        this.finess = applicant.workplace().finess().map(Finess::characters).orElse(null);
        this.mail = applicant.mail().text();
        this.mobile = applicant.mobile().e164();
        this.language = language.getLanguage();
        this.termsVersion = termsVersion;
        this.linkHash = SecretToken.random().hash().hex();
        this.createdAt = now;
        this.proofUntil = now.plus(PROOF);
    }

    void numberProved(boolean told) {
        this.numberProved = told;
    }

    /** Whether Pro Santé Connect told the number; otherwise it was typed. */
    public boolean isNumberProved() {
        return numberProved;
    }

    /** @param link that proves the address; until then, none did */
    void mailed(TokenHash link) {
        this.linkHash = link.hex();
        this.mailed = true;
    }

    /** @return whether it was not proved before */
    boolean prove(Instant now) {
        var first = state == RegistrationState.UNPROVEN;
        if (first) {
            state = RegistrationState.WAITING;
            provedAt = now;
        }
        return first;
    }

    boolean proofIsOver(Instant now) {
        return state == RegistrationState.UNPROVEN && !now.isBefore(proofUntil);
    }

    void accept(UUID by, UUID account, Instant now) {
        decide(RegistrationState.ACCEPTED, by, now);
        accountId = account;
    }

    void refuse(UUID by, String why, Instant now) {
        decide(RegistrationState.REFUSED, by, now);
        reason = why;
    }

    private void decide(RegistrationState decision, UUID by, Instant now) {
        state = decision;
        decidedBy = by;
        decidedAt = now;
    }

    public UUID id() {
        return id;
    }

    public RegistrationState state() {
        return state;
    }

    public Applicant applicant() {
        return new Applicant(
                familyName,
                givenName,
                profession,
                new ProfessionalNumber(professionalNumber),
                new Workplace(
                        establishmentName,
                        establishmentTown,
                        Optional.ofNullable(finess).map(Finess::new)),
                new MailAddress(mail),
                new PhoneNumber(mobile));
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    public String termsVersion() {
        return termsVersion;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** Why it was refused, in the administrator's words. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<UUID> account() {
        return Optional.ofNullable(accountId);
    }
}
