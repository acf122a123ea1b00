package fr.predice.visio.account.activation;

import fr.predice.visio.platform.watch.NeedsDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks after a start, and each ten seconds, for administrators to be invited. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@NeedsDatabase
public class ActivationSchedule {
    @Inject
    private Activations activations;

    @PostConstruct
    void start() {
        activations.inviteTheFirst();
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void mail() {
        activations.mailWished();
    }
}
