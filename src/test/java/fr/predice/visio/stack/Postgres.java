package fr.predice.visio.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A real PostgreSQL on loopback; its data stays in the given directory. */
final class Postgres implements AutoCloseable {
    static final String OWNER = "visio_owner";
    static final String APPLICATION = "visio_app";

    private final EmbeddedPostgres server;
    private final Secrets secrets;

    private Postgres(EmbeddedPostgres server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    static Postgres start(Site site, Secrets secrets) {
        var data = site.home().resolve("database");
        try {
            Files.createDirectories(data);
            var server = EmbeddedPostgres.builder()
                    .setPort(site.ports().database())
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

    /**
     * Our two roles need their passwords, as they do in a hospital; only the administrator of this machine's copy does
     * not.
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
            statement.execute("ALTER ROLE " + OWNER + " PASSWORD '" + password(OWNER) + "'");
            statement.execute("ALTER ROLE " + APPLICATION + " PASSWORD '" + password(APPLICATION) + "'");
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/visio";
    }

    String password(String role) {
        return secrets.get(role);
    }

    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, password(role));
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
