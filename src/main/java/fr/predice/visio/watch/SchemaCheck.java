package fr.predice.visio.watch;

import fr.predice.visio.platform.persistence.Migration;
import fr.predice.visio.platform.watch.Check;
import fr.predice.visio.platform.watch.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;

/**
 * At which level the tables are; as the migration role, since the application's own does not see it. It is only told: a
 * newer node may have moved them on, which this one survives.
 */
@ApplicationScoped
public class SchemaCheck implements Check {
    @Inject
    private Migration migration;

    /** As this node left it at its start. */
    private volatile int ownLevel;

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Finding look() {
        try {
            return found(migration.level());
        } catch (SQLException away) {
            return Finding.unknown("nodatabase");
        }
    }

    private Finding found(int level) {
        if (ownLevel == 0) {
            ownLevel = level;
        }
        return (level > ownLevel ? Finding.care("newer") : Finding.fine()).with("level", level);
    }
}
