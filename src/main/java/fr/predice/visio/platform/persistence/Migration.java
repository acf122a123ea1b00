package fr.predice.visio.platform.persistence;

import fr.predice.visio.platform.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;

/** Brings the tables up to date under the migration role, then lets Hibernate check its mapping against them. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migration {
    @Resource(name = "jdbc/visioMigration")
    private DataSource owner;

    @PersistenceUnit
    private EntityManagerFactory entities;

    /** Injected so that a wrong setting stops the start before any table is touched. */
    @Inject
    private Settings settings;

    @PostConstruct
    void migrate() {
        System.getLogger(Migration.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "Visio at {0}, profile {1}",
                        settings.publicAddress(),
                        settings.profile());
        Flyway.configure(Migration.class.getClassLoader())
                .dataSource(owner)
                .defaultSchema("visio")
                .load()
                .migrate();
        entities.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
    }
}
