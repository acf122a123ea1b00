package fr.predice.visio.platform.retention;

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
import java.time.Clock;
import javax.sql.DataSource;

/** Looks three times a minute. Nodes that look at the same time erase, and register, each row once. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@NeedsDatabase
public class RetentionSchedule {
    private static final System.Logger LOG = System.getLogger(RetentionSchedule.class.getName());

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<RetentionRule> rules;

    private Retention retention;

    @PostConstruct
    void open() {
        retention = new Retention(database, clock);
    }

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    void erase() {
        for (var rule : rules) {
            try {
                retention.apply(rule);
            } catch (SQLException away) {
                LOG.log(System.Logger.Level.WARNING, "Not erased yet, {0}: {1}", rule.what(), away.getMessage());
            }
        }
    }
}
