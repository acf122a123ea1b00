package fr.predice.visio.account.enrolment;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.Establishments;
import fr.predice.visio.account.NewAccount;
import fr.predice.visio.account.Practice;
import fr.predice.visio.account.Role;
import fr.predice.visio.account.administration.InitialPasswordMail;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Opens the account of one line at a time. */
@Stateless
public class EnrolmentOpening {
    private static final int AT_ONCE = 10;

    private static final String DUE = """
            SELECT l.id FROM EnrolmentLine l JOIN Enrolment e ON e.id = l.enrolmentId
            WHERE l.state = fr.predice.visio.account.enrolment.LineState.GOOD AND e.startedAt IS NOT NULL
            ORDER BY l.line, e.startedAt""";

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
    private InitialPasswordMail mails;

    @Inject
    private AuditTrail audit;

    /**
     * Some lines that wait for their account, the first ones of each list: a short list does not wait for a long one.
     */
    public List<UUID> due() {
        return entities.createQuery(DUE, UUID.class).setMaxResults(AT_ONCE).getResultList();
    }

    /**
     * Opens the account and mails identifier and initial password. A line that another node opened is left alone; one
     * whose person got an account meanwhile says so.
     *
     * @param password from {@link fr.predice.visio.account.password.InitialPassword}
     * @param hash of it: made outside this transaction, since it takes longer than all the rest
     */
    public void open(UUID id, String password, String hash) {
        var line = waiting(id);
        if (line.isEmpty()) {
            return;
        }
        var person = line.get().person();
        var identifier = accounts.freeIdentifier(person.givenName(), person.familyName());
        if (!known(line.get())) {
            open(line.get(), identifier, password, hash);
        }
    }

    /** Whether this line still waits for its account, as far as can be told before the work. */
    public boolean waits(UUID id) {
        return waiting(id).filter(line -> !known(line)).isPresent();
    }

    private boolean known(EnrolmentLine line) {
        var person = line.person();
        if (accounts.withNumber(person.number()).isPresent()) {
            line.refuse("number.known");
        } else if (accounts.withMail(person.mail()).isPresent()) {
            line.refuse("mail.known");
        }
        return line.state() == LineState.FAULTY;
    }

    private void open(EnrolmentLine line, String identifier, String password, String hash) {
        var person = line.person();
        var place = establishments.at(person.workplace());
        var account = accounts.openToBeChanged(
                new NewAccount(
                        identifier,
                        person.displayName(),
                        person.mobile(),
                        person.mail().text(),
                        Role.ORGANIZER,
                        Locale.FRENCH,
                        Optional.of(new Practice(person.profession(), person.number(), place.id()))),
                hash);
        entities.flush();
        line.opened(account);
        outbox.post(mails.opened(account, password, clock.instant()));
        var enrolment = entities.find(Enrolment.class, line.enrolment());
        audit.record(
                AuditAction.ACCOUNT_OPENED,
                enrolment.startedBy().toString(),
                account.id().toString(),
                enrolment.address());
    }

    /** Could not be opened for a reason that is in the log; the others are not to wait for it. */
    public void setAside(UUID id) {
        waiting(id).ifPresent(line -> line.refuse("failed"));
    }

    private Optional<EnrolmentLine> waiting(UUID id) {
        return Optional.ofNullable(entities.find(EnrolmentLine.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(line -> line.state() == LineState.GOOD);
    }
}
