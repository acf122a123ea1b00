package fr.predice.visio.account.registration;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.Establishments;
import fr.predice.visio.account.NewAccount;
import fr.predice.visio.account.Practice;
import fr.predice.visio.account.Role;
import fr.predice.visio.account.password.InitialPassword;
import fr.predice.visio.account.password.PasswordHashing;
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
    /** Requests on one page of the list. */
    public static final int PAGE = 50;

    private static final String ALIKE = """
            SELECT count(r) FROM Registration r WHERE r.id <> :id AND r.state <> :unproven
            AND (r.professionalNumber = :number OR lower(r.mail) = :mail)""";
    private static final String TWINS = """
            SELECT r FROM Registration r WHERE r.id <> :id AND r.state = :waiting
            AND r.professionalNumber = :number AND lower(r.mail) = :mail""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Accounts accounts;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private Establishments establishments;

    @Inject
    private Outbox outbox;

    @Inject
    private RegistrationMail mails;

    @Inject
    private AuditTrail audit;

    /**
     * Those in this state: who waits, the longest first; who was decided about, the newest first.
     *
     * @param page from 0; {@link #PAGE} requests each
     */
    public List<Registration> in(RegistrationState state, int page) {
        if (state == RegistrationState.UNPROVEN) {
            return List.of();
        }
        var order = state == RegistrationState.WAITING ? "r.provedAt" : "r.decidedAt DESC";
        return entities.createQuery(
                        "SELECT r FROM Registration r WHERE r.state = :state ORDER BY " + order, Registration.class)
                .setParameter("state", state)
                .setFirstResult(page * PAGE)
                .setMaxResults(PAGE)
                .getResultList();
    }

    public long count(RegistrationState state) {
        return entities.createQuery("SELECT count(r) FROM Registration r WHERE r.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }

    public Optional<Registration> find(UUID id) {
        return Optional.ofNullable(entities.find(Registration.class, id))
                .filter(found -> found.state() != RegistrationState.UNPROVEN);
    }

    /** How many others ask, or asked, with the same number or mail address. */
    public long alike(Registration one) {
        return entities.createQuery(ALIKE, Long.class)
                .setParameter("id", one.id())
                .setParameter("unproven", RegistrationState.UNPROVEN)
                .setParameter("number", one.applicant().number().digits())
                .setParameter("mail", one.applicant().mail().key())
                .getSingleResult();
    }

    /**
     * Opens the account and mails identifier and initial password. What the same person asked for twice is accepted
     * with it, so that nobody is refused what they have.
     *
     * @return the account's identifier
     * @throws AlreadyDecided if it does not wait any more
     * @throws AlreadyKnown if somebody has an account with this number or mail address
     */
    public String accept(UUID id, UUID admin, String address) {
        // Before the locks: it takes long.
        var password = InitialPassword.random();
        var hash = hashing.hash(password);
        // First: somebody else may be accepting the same person's other request.
        accounts.oneAtATime();
        var asked = waiting(id);
        var applicant = asked.applicant();
        var identifier = accounts.freeIdentifier(applicant.givenName(), applicant.familyName());
        if (accounts.withNumber(applicant.number()).isPresent()
                || accounts.withMail(applicant.mail()).isPresent()) {
            throw new AlreadyKnown();
        }
        var establishment = establishments.at(applicant.workplace());
        var person = new NewAccount(
                identifier,
                applicant.displayName(),
                applicant.mobile(),
                applicant.mail().text(),
                Role.ORGANIZER,
                asked.language(),
                Optional.of(new Practice(applicant.profession(), applicant.number(), establishment.id())));
        var account = accounts.openToBeChanged(person, hash);
        asked.accept(admin, account.id(), clock.instant());
        twins(asked).forEach(twin -> twin.accept(admin, account.id(), clock.instant()));
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

    private List<Registration> twins(Registration one) {
        return entities.createQuery(TWINS, Registration.class)
                .setParameter("id", one.id())
                .setParameter("waiting", RegistrationState.WAITING)
                .setParameter("number", one.applicant().number().digits())
                .setParameter("mail", one.applicant().mail().key())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private Registration waiting(UUID id) {
        return Optional.ofNullable(entities.find(Registration.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.state() == RegistrationState.WAITING)
                .orElseThrow(AlreadyDecided::new);
    }
}
