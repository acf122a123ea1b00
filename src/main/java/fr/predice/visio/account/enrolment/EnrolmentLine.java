package fr.predice.visio.account.enrolment;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Finess;
import fr.predice.visio.account.MailAddress;
import fr.predice.visio.account.ProfessionalNumber;
import fr.predice.visio.account.Workplace;
import fr.predice.visio.account.enrolment.Judgement.Verdict;
import fr.predice.visio.account.registration.Applicant;
import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One line of a list. */
@Entity
@Table(name = "enrolment_line")
public class EnrolmentLine {
    private static final int LONGEST_SHOWN = 60;

    @Id
    private UUID id;

    @Column(name = "enrolment_id")
    private UUID enrolmentId;

    private int line;

    @Enumerated(EnumType.STRING)
    private LineState state;

    private String faults;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "given_name")
    private String givenName;

    private String profession;

    @Column(name = "professional_number")
    private String professionalNumber;

    @Column(name = "establishment_name")
    private String establishmentName;

    @Column(name = "establishment_town")
    private String establishmentTown;

    private String finess;
    private String mail;
    private String mobile;

    @Column(name = "account_id")
    private UUID accountId;

    protected EnrolmentLine() {}

    EnrolmentLine(UUID enrolment, Verdict verdict) {
        var row = verdict.row();
        this.id = UUID.randomUUID();
        this.enrolmentId = enrolment;
        this.line = row.line();
        this.state = verdict.person().isPresent() ? LineState.GOOD : LineState.FAULTY;
        this.faults = String.join(" ", verdict.faults());
        this.familyName = shown(row.get(Heading.FAMILY_NAME));
        this.givenName = shown(row.get(Heading.GIVEN_NAME));
        verdict.person().ifPresent(person -> {
            this.profession = person.profession();
            this.professionalNumber = person.number().digits();
            this.establishmentName = person.workplace().name();
            this.establishmentTown = person.workplace().town();
            this.finess = person.workplace().finess().map(Finess::characters).orElse(null);
            this.mail = person.mail().text();
            this.mobile = person.mobile().e164();
        });
    }

    /** What was typed may be anything; a name that was accepted stays as it is. */
    private static String shown(String typed) {
        var plain = typed.replaceAll("[\\p{C}\u2028\u2029]", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_SHOWN));
    }

    UUID id() {
        return id;
    }

    UUID enrolment() {
        return enrolmentId;
    }

    /** Only of a good line. */
    Applicant person() {
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

    /** Nothing is kept twice: what the account knows is erased here. */
    void opened(Account account) {
        this.state = LineState.OPENED;
        this.accountId = account.id();
        erase();
    }

    void refuse(String fault) {
        this.state = LineState.FAULTY;
        this.faults = fault;
        erase();
    }

    private void erase() {
        this.profession = null;
        this.professionalNumber = null;
        this.establishmentName = null;
        this.establishmentTown = null;
        this.finess = null;
        this.mail = null;
        this.mobile = null;
    }

    /** Its number in the file, from 1. */
    public int line() {
        return line;
    }

    public LineState state() {
        return state;
    }

    /** As the list has it. */
    public String name() {
        return (givenName + " " + familyName).strip();
    }

    /** Codes, see {@link Judgement}. */
    public List<String> faults() {
        return Arrays.stream(faults.split(" ")).filter(code -> !code.isEmpty()).toList();
    }

    public Optional<UUID> account() {
        return Optional.ofNullable(accountId);
    }
}
