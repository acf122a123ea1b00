package fr.predice.visio.signin.prosante;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks at the provider every five minutes: who signs in waits for no key. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderWatch {
    @Inject
    private ProSanteConnect connect;

    /** At once: a key store that does not open stops the start, as a wrong setting does. */
    @PostConstruct
    void readCertificate() {
        connect.isThere();
    }

    @Schedule(hour = "*", minute = "*/5", second = "7", persistent = false)
    void lookAtProvider() {
        connect.look();
    }
}
