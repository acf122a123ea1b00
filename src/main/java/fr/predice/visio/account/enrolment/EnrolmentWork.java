package fr.predice.visio.account.enrolment;

import fr.predice.visio.account.password.InitialPassword;
import fr.predice.visio.account.password.PasswordHashing;
import fr.predice.visio.platform.watch.NeedsDatabase;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Opens what waits, one line after the other: a list takes one of the places for hashing, and leaves the others. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@NeedsDatabase
public class EnrolmentWork {
    private static final System.Logger LOG = System.getLogger(EnrolmentWork.class.getName());

    @Inject
    private EnrolmentOpening opening;

    @Inject
    private PasswordHashing hashing;

    /** A round that is still at work is not begun again. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void work() {
        for (var due = opening.due(); !due.isEmpty(); due = opening.due()) {
            due.forEach(this::open);
        }
    }

    private void open(UUID line) {
        try {
            if (opening.waits(line)) {
                var password = InitialPassword.random();
                opening.open(line, password, hashing.hash(password));
            }
        } catch (EJBException failure) {
            LOG.log(System.Logger.Level.ERROR, "No account for line " + line + " of a list", failure);
            opening.setAside(line);
        }
    }
}
