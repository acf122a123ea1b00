package fr.predice.visio.stack;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The application's tables on a real PostgreSQL, without the application. */
public final class Database implements AutoCloseable {
    static final String NEWEST = "latest";

    private final Site site;
    private final Secrets secrets;
    private Postgres postgres;

    private Database(Site site) {
        this.site = site;
        this.secrets = new Secrets(site.home().resolve("secrets.properties"));
        this.postgres = Postgres.start(site, secrets);
    }

    /** @param name of its directory in target/ */
    public static Database startEmpty(String name) {
        return startAt(name, NEWEST);
    }

    /**
     * As an older version left it.
     *
     * @param name of its directory in target/
     * @param level of its tables: the newest migration that was run, e.g. {@code 4}
     */
    public static Database startAt(String name, String level) {
        var site = siteOf(name);
        new Leftovers(site.home()).stop();
        try {
            ServerCopy.deleteTree(site.home().resolve("database"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        OwnerOnly.directory(site.home());
        var database = new Database(site);
        migrate(database.postgres, level);
        return database;
    }

    /** As the application has left it. */
    static Database reopen(String name) {
        return new Database(siteOf(name));
    }

    private static Site siteOf(String name) {
        var project = Path.of("").toAbsolutePath();
        return new Site(project.resolve("target").resolve(name), project, Ports.free(), Optional.empty(), Map.of());
    }

    static void migrate(DatabaseServer server, String level) {
        Flyway.configure()
                .dataSource(server.url(), DatabaseServer.OWNER, server.password(DatabaseServer.OWNER))
                .locations("filesystem:" + Path.of("sql").toAbsolutePath())
                .defaultSchema("visio")
                .target(level)
                .load()
                .migrate();
        if (level.equals(NEWEST)) {
            setRights(server);
        }
    }

    private static void setRights(DatabaseServer server) {
        try (var owner = server.connect(DatabaseServer.OWNER);
                var statement = owner.createStatement()) {
            statement.execute(Files.readString(Path.of("sql/rights.sql")));
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The server by itself, for what its administrator does. */
    public DatabaseServer server() {
        return postgres;
    }

    public String url() {
        return postgres.url();
    }

    /** The role that the application works under. */
    public String role() {
        return DatabaseServer.APPLICATION;
    }

    public String password() {
        return postgres.password(DatabaseServer.APPLICATION);
    }

    /** A pool of connections with the application's own rights, as each node has one. */
    public DataSource node() {
        return pool(url(), role(), password());
    }

    /** The same of the tables' owner, who may do everything with them. */
    public DataSource owner() {
        return pool(url(), DatabaseServer.OWNER, postgres.password(DatabaseServer.OWNER));
    }

    public static DataSource pool(String url, String role, String password) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername(role);
        pool.setPassword(password);
        pool.setMaximumPoolSize(10);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(2000);
        return new HikariDataSource(pool);
    }

    public void stop() {
        postgres.close();
    }

    public void startAgain() {
        postgres = Postgres.start(site, secrets);
    }

    @Override
    public void close() {
        stop();
    }
}
