package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The way to a database on another machine, as the sheet has it. The application itself takes it in {@link RestoreIT}.
 */
class DatabaseTlsIT {
    private static InstalledPostgres server;

    @BeforeAll
    static void start() {
        server = InstalledPostgres.startEmpty("it-tls", "it-tls-secrets");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void carriesWhatIsSaidEncrypted() throws SQLException {
        try (var connection = server.connect(DatabaseServer.APPLICATION);
                var way = connection
                        .createStatement()
                        .executeQuery("SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            way.next();

            assertThat(way.getBoolean("ssl")).isTrue();
            assertThat(way.getString("version")).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void refusesPlainText() {
        assertThatThrownBy(() -> connect(server.plainUrl() + "?sslmode=disable"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no encryption");
    }

    @Test
    void trustsNoOtherAuthority() throws IOException {
        var home = Path.of("target/it-tls-other").toAbsolutePath();
        OwnerOnly.directory(home);
        var site = new Site(home, home, Ports.free(), Optional.empty(), Map.of());
        var other = Certificate.of(site, new Secrets(home.resolve("secrets.properties")))
                .publicPem(home);

        assertThatThrownBy(() -> connect(server.plainUrl() + "?sslmode=verify-full&sslrootcert=" + other))
                .isInstanceOf(SQLException.class)
                .hasStackTraceContaining("CertPathValidatorException");
    }

    /** 127.0.0.2 is the same server, under an address that its certificate does not name. */
    @Test
    void trustsNoOtherName() {
        var elsewhere = server.url().replace("localhost", "127.0.0.2");

        assertThatThrownBy(() -> connect(elsewhere))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("127.0.0.2")
                .hasMessageContaining("could not be verified");
    }

    private static void connect(String url) throws SQLException {
        DriverManager.getConnection(url, DatabaseServer.APPLICATION, server.password(DatabaseServer.APPLICATION))
                .close();
    }

    @Test
    void isWhatTheSheetSays() throws IOException {
        assertThat(Files.readString(Path.of("src/release/postgresql/LISEZMOI.md")))
                .contains("?sslmode=verify-full&sslrootcert=");
    }
}
