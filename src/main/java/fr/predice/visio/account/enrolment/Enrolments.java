package fr.predice.visio.account.enrolment;

import fr.predice.visio.account.MailAddress;
import fr.predice.visio.account.ProfessionalNumber;
import fr.predice.visio.account.administration.AccountUnknown;
import fr.predice.visio.account.administration.Officer;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.config.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Lists of people, as an administrator sends, reads and starts them. */
@Stateless
public class Enrolments {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    @Inject
    private AuditTrail audit;

    /** A list and its lines in the file's order. */
    public record Report(Enrolment enrolment, List<EnrolmentLine> lines) {}

    /**
     * Judges a list and keeps the judgement. Opens nothing.
     *
     * @param file as it was sent
     * @return the list's id
     * @throws ListRefused if the file is no list that can be read
     * @throws fr.predice.visio.account.administration.NotYours if the officer does not decide
     */
    public UUID check(byte[] file, Officer officer) {
        officer.mustDecide();
        var rows = PeopleList.read(file);
        var judgement = new Judgement(settings.invitations().phoneRegions(), knownNumbers(rows), knownMails(rows));
        var enrolment = new Enrolment(officer.account(), officer.address(), clock.instant());
        entities.persist(enrolment);
        entities.flush();
        rows.stream()
                .map(judgement::of)
                .map(verdict -> new EnrolmentLine(enrolment.id(), verdict))
                .forEach(entities::persist);
        record(AuditAction.ENROLMENT_CHECKED, enrolment, officer);
        return enrolment.id();
    }

    private Set<String> knownNumbers(List<Row> rows) {
        var numbers = rows.stream()
                .flatMap(row -> ProfessionalNumber.read(row.get(Heading.NUMBER)).stream())
                .map(ProfessionalNumber::digits)
                .toList();
        return known("SELECT a.professionalNumber FROM Account a WHERE a.professionalNumber IN :keys", numbers);
    }

    private Set<String> knownMails(List<Row> rows) {
        var mails = rows.stream()
                .flatMap(row -> MailAddress.read(row.get(Heading.MAIL)).stream())
                .map(MailAddress::key)
                .toList();
        return known("SELECT lower(a.mail) FROM Account a WHERE lower(a.mail) IN :keys", mails);
    }

    private Set<String> known(String query, Collection<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : new HashSet<>(entities.createQuery(query, String.class)
                        .setParameter("keys", keys)
                        .getResultList());
    }

    public Optional<Report> report(UUID id) {
        return Optional.ofNullable(entities.find(Enrolment.class, id))
                .map(enrolment -> new Report(
                        enrolment,
                        entities.createQuery(
                                        "SELECT l FROM EnrolmentLine l WHERE l.enrolmentId = :id ORDER BY l.line",
                                        EnrolmentLine.class)
                                .setParameter("id", id)
                                .getResultList()));
    }

    /**
     * Its good lines are opened from now on, see {@link EnrolmentWork}. Starting it again changes nothing.
     *
     * @throws AccountUnknown if there is no such list any more
     * @throws fr.predice.visio.account.administration.NotYours if the officer does not decide
     */
    public void start(UUID id, Officer officer) {
        officer.mustDecide();
        var enrolment = Optional.ofNullable(entities.find(Enrolment.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(AccountUnknown::new);
        if (enrolment.start(officer.account(), officer.address(), clock.instant())) {
            record(AuditAction.ENROLMENT_STARTED, enrolment, officer);
        }
    }

    private void record(AuditAction action, Enrolment enrolment, Officer officer) {
        audit.record(action, officer.account().toString(), enrolment.id().toString(), officer.address());
    }
}
