package fr.predice.visio.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The PostgreSQL of this machine's own packages (Debian 12: version 15), with an empty database whose roles were made
 * as the sheet says: by psql, with {@code sql/roles.sql} and {@code sql/passwords.sql}. Our roles come in by TLS alone.
 * It logs every statement.
 */
public final class InstalledPostgres implements DatabaseServer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> PASSWORD_VARIABLES = Map.of(
            OWNER, "VISIO_DB_OWNER_PASSWORD",
            APPLICATION, "VISIO_DB_PASSWORD",
            READER, "VISIO_DB_READ_PASSWORD",
            BACKUP, "VISIO_DB_BACKUP_PASSWORD");

    private final Path home;
    private final int port;
    private final Secrets secrets;
    private final Path authority;
    private final Child process;

    private InstalledPostgres(Path home, Secrets secrets) throws IOException {
        var site = new Site(home, Path.of("").toAbsolutePath(), Ports.free(), Optional.empty(), Map.of());
        var leftovers = new Leftovers(home);
        leftovers.stop();
        ServerCopy.deleteTree(home);
        OwnerOnly.directory(home);
        this.home = home;
        this.port = site.ports().database();
        this.secrets = secrets;
        var certificate = Certificate.of(site, new Secrets(home.resolve("certificate.properties")));
        this.authority = certificate.publicPem(home);

        tool("initdb", "--username=postgres", "--encoding=UTF8", "--no-locale", "--no-sync", "--pgdata=" + data())
                .succeeds();
        Files.writeString(data().resolve("postgresql.auto.conf"), configuration(certificate.pem(home)));
        Files.writeString(data().resolve("pg_hba.conf"), """
                host    all   postgres 127.0.0.1/32 trust
                hostssl visio all      127.0.0.1/32 scram-sha-256
                """);
        var server = new ProcessBuilder(asNobodysRoot(List.of(program("postgres"), "-D", data().toString())));
        this.process = Child.start("postgres", server, log(), leftovers);
        prepare();
    }

    /**
     * @param name of its directory in target/
     * @param site whose secrets its passwords are, by the name of its directory in target/
     */
    public static InstalledPostgres startEmpty(String name, String site) {
        try {
            var target = Path.of("target").toAbsolutePath();
            OwnerOnly.directory(target.resolve(site));
            return new InstalledPostgres(
                    target.resolve(name), new Secrets(target.resolve(site).resolve("secrets.properties")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String configuration(Path certificateAndKey) {
        return """
                listen_addresses = '127.0.0.1,127.0.0.2'
                port = %d
                unix_socket_directories = ''
                ssl = on
                ssl_cert_file = '%2$s'
                ssl_key_file = '%2$s'
                fsync = off
                log_statement = all
                log_min_duration_statement = 0
                """.formatted(port, certificateAndKey);
    }

    private void prepare() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (tool("pg_isready", "--quiet").status() != 0) {
            if (process.endsWithin(Duration.ofMillis(100)) || System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL did not start; see " + log());
            }
        }
        tool("createdb", "--encoding=UTF8", "--template=template0", "visio").succeeds();
        tool("psql", "-X", "-v", "ON_ERROR_STOP=1", "-d", "visio", "-f", "sql/roles.sql")
                .succeeds();
        tool("psql", "-X", "-d", "visio", "-f", "sql/passwords.sql").succeeds();
    }

    /**
     * Any program, with the PostgreSQL's own first, and with what they need to find this server as its administrator.
     */
    public ProcessBuilder command(String... command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("VISIO_"));
        environment.put("PATH", programs() + ":" + environment.get("PATH"));
        environment.put("PGHOST", "127.0.0.1");
        environment.put("PGPORT", String.valueOf(port));
        environment.put("PGUSER", "postgres");
        PASSWORD_VARIABLES.forEach((role, variable) -> environment.put(variable, secrets.get(role)));
        return builder;
    }

    /** A script of ours, as one of our roles, whose password is in a file as the sheet says. */
    public Ran script(String role, Map<String, String> settings, String... command) {
        var builder = command(command);
        var environment = builder.environment();
        environment.keySet().removeAll(PASSWORD_VARIABLES.values());
        environment.put("PGUSER", role);
        environment.put("PGDATABASE", "visio");
        environment.put("PGSSLMODE", "verify-full");
        environment.put("PGSSLROOTCERT", authority.toString());
        environment.put("PGPASSFILE", passwordFile().toString());
        environment.putAll(settings);
        return Ran.of(builder);
    }

    private Path passwordFile() {
        var file = home.resolve("pgpass");
        try {
            OwnerOnly.create(file);
            var lines = ROLES.stream()
                    .map(role -> "127.0.0.1:%d:visio:%s:%s\n".formatted(port, role, secrets.get(role)))
                    .toList();
            return Files.writeString(file, String.join("", lines));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Ran tool(String name, String... arguments) {
        var command = Stream.concat(Stream.of(program(name)), Arrays.stream(arguments))
                .toList();
        return Ran.of(command((name.equals("initdb") ? asNobodysRoot(command) : command).toArray(String[]::new)));
    }

    /** PostgreSQL refuses to be root; in a user namespace of its own, root is nobody in particular. */
    private static List<String> asNobodysRoot(List<String> command) {
        return System.getProperty("user.name").equals("root")
                ? Stream.concat(Stream.of("unshare", "--user"), command.stream())
                        .toList()
                : command;
    }

    private static String program(String name) {
        return programs().resolve(name).toString();
    }

    private static Path programs() {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(
                            bin -> Integer.valueOf(bin.getParent().getFileName().toString())))
                    .orElseThrow();
        } catch (IOException none) {
            throw new UncheckedIOException("PostgreSQL is not installed: src/test/sh/install-tools.sh", none);
        }
    }

    private Path data() {
        return home.resolve("data");
    }

    /** What it logged: every statement among it. */
    public Path log() {
        return home.resolve("postgresql.log");
    }

    /** The certificate by which its own is checked. */
    public Path authority() {
        return authority;
    }

    /** Without a word on TLS. */
    public String plainUrl() {
        return "jdbc:postgresql://localhost:" + port + "/visio";
    }

    @Override
    public String url() {
        return plainUrl() + "?sslmode=verify-full&sslrootcert=" + authority;
    }

    @Override
    public String password(String role) {
        return secrets.get(role);
    }

    @Override
    public Connection connectAsAdministrator() throws SQLException {
        return connectAsAdministrator("visio");
    }

    @Override
    public Connection connectBeside() throws SQLException {
        return connectAsAdministrator("postgres");
    }

    private Connection connectAsAdministrator(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "");
    }

    @Override
    public void close() {
        process.close();
    }
}
