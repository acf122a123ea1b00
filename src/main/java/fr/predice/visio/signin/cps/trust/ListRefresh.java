package fr.predice.visio.signin.cps.trust;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the lists of revoked cards of this node fresh, so that nobody who signs in waits for them. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ListRefresh {
    private final AtomicBoolean busy = new AtomicBoolean();

    @Inject
    private CardTrust trust;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void refreshLists() {
        if (busy.compareAndSet(false, true)) {
            try {
                trust.refresh();
            } finally {
                busy.set(false);
            }
        }
    }
}
