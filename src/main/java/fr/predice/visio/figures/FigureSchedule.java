package fr.predice.visio.figures;

import fr.predice.visio.platform.watch.NeedsDatabase;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Every ten minutes, whether or not somebody looks. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@NeedsDatabase
public class FigureSchedule {
    private static final System.Logger LOG = System.getLogger(FigureSchedule.class.getName());

    @Inject
    private FigureCounting counting;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void count() {
        try {
            counting.count();
        } catch (EJBException away) {
            LOG.log(System.Logger.Level.WARNING, "Figures are not counted yet: {0}", away.getMessage());
        }
    }
}
