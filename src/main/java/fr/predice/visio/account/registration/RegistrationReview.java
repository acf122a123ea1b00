package fr.predice.visio.account.registration;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.Establishments;
import fr.predice.visio.account.NewAccount;
import fr.predice.visio.account.Practice;
import fr.predice.visio.account.Role;
import fr.predice.visio.account.password.InitialPassword;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Outbox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests for an account, as an administrator decides about them. Whose address is not proved is not seen. */
@Stateless
public class RegistrationReview {
    private static final int MOST_SHOWN = 200;
    private static final String ALIKE = """
            SELECT r FROM Registration r WHERE r.id <> :id AND r.state <> :unproven
            AND (r.professionalNumber = :number OR lower(r.mail) = :mail) ORDER BY r.createdAt DESC""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Accounts accounts;

    @Inject
    private Establishments establishments;

    @Inject
    private Outbox outbox;

    @Inject
    private RegistrationMail mails;

    @Inject
    private AuditTrail audit;

    /** Those in this state: who waits, the longest first; who was decided about, the newest first. 200 at most. */
    public List<Registration> in(RegistrationState state) {
        if (state == RegistrationState.UNPROVEN) {
            return List.of();
        }
        var order = state == RegistrationState.WAITING ? "r.provedAt" : "r.decidedAt DESC";
        return entities.createQuery(
                        "SELECT r FROM Registration r WHERE r.state = :state ORDER BY " + order, Registration.class)
                .setParameter("state", state)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    public Optional<Registration> find(UUID id) {
        return Optional.ofNullable(entities.find(Registration.class, id))
                .filter(found -> found.state() != RegistrationState.UNPROVEN);
    }

    /** Others who ask, or asked, with the same number or mail address. */
    public List<Registration> alike(Registration one) {
        return entities.createQuery(ALIKE, Registration.class)
                .setParameter("id", one.id())
                .setParameter("unproven", RegistrationState.UNPROVEN)
                .setParameter("number", one.applicant().number().digits())
                .setParameter("mail", one.applicant().mail().key())
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    /**
     * Opens the account and mails identifier and initial password.
     *
     * @return the account's identifier
     * @throws AlreadyDecided if it does not wait any more
     * @throws AlreadyKnown if somebody has an account with this number or mail address
     */
    public String accept(UUID id, UUID admin, String address) {
        var asked = waiting(id);
        var applicant = asked.applicant();
        var identifier = accounts.freeIdentifier(applicant.givenName(), applicant.familyName());
        if (accounts.withNumber(applicant.number()).isPresent()
                || accounts.withMail(applicant.mail()).isPresent()) {
            throw new AlreadyKnown();
        }
        var establishment = establishments.at(applicant.workplace());
        var password = InitialPassword.random();
        var person = new NewAccount(
                identifier,
                applicant.displayName(),
                applicant.mobile(),
                applicant.mail().text(),
                Role.ORGANIZER,
                asked.language(),
                Optional.of(new Practice(applicant.profession(), applicant.number(), establishment.id())));
        var account = accounts.openToBeChanged(person, password);
        asked.accept(admin, account.id(), clock.instant());
        outbox.post(mails.accepted(asked, account, password, clock.instant()));
        audit.record(AuditAction.REGISTRATION_ACCEPTED, admin.toString(), id.toString(), address);
        return identifier;
    }

    /**
     * @param reason what the person reads
     * @throws AlreadyDecided if it does not wait any more
     */
    public void refuse(UUID id, UUID admin, String reason, String address) {
        var asked = waiting(id);
        asked.refuse(admin, reason, clock.instant());
        outbox.post(mails.refused(asked, reason, clock.instant()));
        audit.record(AuditAction.REGISTRATION_REFUSED, admin.toString(), id.toString(), address);
    }

    private Registration waiting(UUID id) {
        return Optional.ofNullable(entities.find(Registration.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.state() == RegistrationState.WAITING)
                .orElseThrow(AlreadyDecided::new);
    }
}
