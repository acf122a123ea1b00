package fr.predice.visio.account.registration;

import fr.predice.visio.platform.watch.NeedsDatabase;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks each three seconds for applicants who wait for their link. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@NeedsDatabase
public class RegistrationSchedule {
    @Inject
    private RegistrationProofs proofs;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void mail() {
        while (proofs.mailNext()) {}
    }
}
