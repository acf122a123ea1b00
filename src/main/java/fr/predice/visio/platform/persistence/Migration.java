package fr.predice.visio.platform.persistence;

import fr.predice.visio.platform.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;

/** Brings the tables up to date under the migration role, then lets Hibernate check its mapping against them. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migration {
    private static final System.Logger LOG = System.getLogger(Migration.class.getName());
    private static final String LEVEL =
            "SELECT max(version::int) FROM visio.flyway_schema_history WHERE success AND version IS NOT NULL";

    @Resource(name = "jdbc/visioMigration")
    private DataSource owner;

    @PersistenceUnit
    private EntityManagerFactory entities;

    /** Injected so that a wrong setting stops the start before any table is touched. */
    @Inject
    private Settings settings;

    @PostConstruct
    void start() {
        LOG.log(System.Logger.Level.INFO, "Visio at {0}, profile {1}", settings.publicAddress(), settings.profile());
        migrate(owner);
        entities.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
    }

    /** @throws SchemaTooNew if a newer version has been here, and left nothing that this one can work with */
    static void migrate(DataSource owner) {
        var flyway = Flyway.configure(Migration.class.getClassLoader())
                .dataSource(owner)
                .defaultSchema("visio")
                .load();
        var newer = NewerMigrations.in(flyway.info());
        try {
            newer.refuseUnlessSurvived();
        } catch (SchemaTooNew refused) {
            LOG.log(System.Logger.Level.ERROR, refused.getMessage());
            throw refused;
        }
        if (!newer.none()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A newer version has changed the database; this one survives it: {0}",
                    newer);
        }
        flyway.migrate();
        setRights(owner);
    }

    /** Not by a callback of Flyway's: that takes a third connection, and the pool has two. */
    private static void setRights(DataSource owner) {
        try (var script = Migration.class.getResourceAsStream("/db/rights.sql");
                var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("The rights of the database's roles were not set", failure);
        }
    }

    /** The level of the tables now, whichever node brought them there. @throws SQLException if nobody can tell */
    @Lock(LockType.READ)
    public int level() throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(LEVEL)) {
            row.next();
            return row.getInt(1);
        }
    }
}
