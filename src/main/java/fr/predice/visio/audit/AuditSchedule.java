package fr.predice.visio.audit;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.watch.NeedsDatabase;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** Seals the trail each minute and purges it each hour. Nodes that do so at the same time do it once. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@NeedsDatabase
public class AuditSchedule {
    private static final System.Logger LOG = System.getLogger(AuditSchedule.class.getName());

    @Inject
    private AuditSeals seals;

    @Inject
    private Settings settings;

    @Schedule(hour = "*", minute = "*", second = "15", persistent = false)
    void seal() {
        try {
            var more = true;
            while (more) {
                more = seals.sealNext();
            }
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "The trail is not sealed yet: {0}", away.getMessage());
        }
    }

    @Schedule(hour = "*", minute = "35", second = "45", persistent = false)
    void purge() {
        try {
            seals.purge(settings.trail().kept());
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "The trail is not purged yet: {0}", away.getMessage());
        }
    }
}
