package fr.predice.visio.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.jar.JarInputStream;

/** A real PostgreSQL on loopback, from a library's jar; its data stays in the given directory. */
final class Postgres implements DatabaseServer {
    /** The jar on the class path. Maven puts those of other versions into target/postgresql. */
    private static final int USUAL = 17;

    private final EmbeddedPostgres server;
    private final Secrets secrets;

    private Postgres(EmbeddedPostgres server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    static Postgres start(Site site, Secrets secrets) {
        return start(site, secrets, USUAL);
    }

    /** @param major its version: 16, 17 or 18 */
    static Postgres start(Site site, Secrets secrets, int major) {
        var data = site.home().resolve("database");
        try {
            Files.createDirectories(data);
            var builder = EmbeddedPostgres.builder();
            if (major != USUAL) {
                builder.setPgBinaryResolver((system, machine) -> binaries(site, major));
            }
            var server = builder.setPort(site.ports().database())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(site.home().resolve("postgres").toFile())
                    .setServerConfig("hba_file", access(site.home()).toString())
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setRegisterShutdownHook(false)
                    .start();
            var postgres = new Postgres(server, secrets);
            postgres.prepare(Files.readString(site.rolesScript()));
            return postgres;
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("PostgreSQL did not start in " + data, failure);
        }
    }

    private static InputStream binaries(Site site, int major) throws IOException {
        var jar =
                new JarInputStream(Files.newInputStream(site.project().resolve("target/postgresql/" + major + ".jar")));
        while (!jar.getNextJarEntry().getName().endsWith(".txz")) {
            // What else is in the jar tells how it was made.
        }
        return jar;
    }

    /**
     * Our roles need their passwords, as they do in a hospital; only the administrator of this machine's copy does not.
     */
    private static Path access(Path home) {
        var rules = """
                host all postgres 127.0.0.1/32 trust
                host all all      127.0.0.1/32 scram-sha-256
                """;
        try {
            return Files.writeString(home.resolve("pg_hba.conf"), rules);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void prepare(String rolesScript) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("SELECT FROM pg_database WHERE datname = 'visio'")) {
                if (!found.next()) {
                    statement.execute("CREATE DATABASE visio");
                }
            }
        }
        try (var connection = server.getDatabase("postgres", "visio").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(rolesScript);
            for (var role : ROLES) {
                statement.execute("ALTER ROLE " + role + " PASSWORD '" + password(role) + "'");
            }
        }
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/visio";
    }

    @Override
    public String password(String role) {
        return secrets.get(role);
    }

    @Override
    public Connection connectAsAdministrator() throws SQLException {
        return server.getDatabase("postgres", "visio").getConnection();
    }

    @Override
    public Connection connectBeside() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
