package fr.predice.visio.platform.cipher;

import fr.predice.visio.platform.watch.NeedsDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Looks three times a minute as long as the site gives a previous key, and says when nothing needs it any more. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@NeedsDatabase
public class ResealingSchedule {
    private static final System.Logger LOG = System.getLogger(ResealingSchedule.class.getName());
    private static final String DONE = "VISIO_MESSAGE_KEY_PREVIOUS: nothing is sealed under it any more. Take it away"
            + " once each server seals with the new VISIO_MESSAGE_KEY.";
    private static final String LOST =
            " stored texts open neither with VISIO_MESSAGE_KEY nor with a previous one:" + " they stay as they are.";

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @Inject
    private RowCipher cipher;

    @Inject
    @Any
    private Instance<SealedColumn> columns;

    private Resealing resealing;
    private String told = "";

    @PostConstruct
    void open() {
        resealing = new Resealing(database, cipher);
    }

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    void reseal() {
        if (!cipher.changing()) {
            return;
        }
        try {
            var lost = 0;
            for (var column : columns) {
                var outcome = resealing.apply(column);
                lost += outcome.lost();
                if (outcome.resealed() > 0) {
                    LOG.log(System.Logger.Level.INFO, "Sealed anew, {0}: {1}", column, outcome.resealed());
                }
            }
            if (lost == 0) {
                tell(System.Logger.Level.INFO, DONE);
            } else {
                tell(System.Logger.Level.WARNING, lost + LOST);
            }
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "Not sealed anew yet: {0}", away.getMessage());
        }
    }

    /** Once, not each time. */
    private void tell(System.Logger.Level level, String state) {
        if (!told.equals(state)) {
            LOG.log(level, state);
            told = state;
        }
    }
}
