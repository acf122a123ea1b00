package fr.predice.visio.account.recovery;

import fr.predice.visio.platform.watch.NeedsDatabase;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks each three seconds for people who cannot get in. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@NeedsDatabase
public class RecoverySchedule {
    @Inject
    private Recoveries recoveries;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void answer() {
        while (recoveries.answerNext()) {}
    }
}
