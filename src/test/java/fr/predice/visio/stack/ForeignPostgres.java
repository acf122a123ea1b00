package fr.predice.visio.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL that knows nothing of us yet, as the hospital's administrator has it. */
record ForeignPostgres(int port, AutoCloseable server) implements AutoCloseable {
    /** Who administers it does so without a password; everybody else has one. */
    private static final String ACCESS = """
            host all postgres 127.0.0.1/32 trust
            host all all      127.0.0.1/32 scram-sha-256
            """;

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql/15/bin");

    /** The oldest that we promise, of the system. It refuses to run as root. */
    static ForeignPostgres debian15(Path home, int port) throws IOException {
        var place = Files.createTempDirectory("visio-postgres");
        var data = place.resolve("data");
        run("chown", "postgres", place.toString());
        run(as("postgres", DEBIAN.resolve("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"));
        var access = Files.writeString(home.resolve("pg_hba.conf"), ACCESS);
        Files.copy(access, place.resolve("pg_hba.conf"));
        var command = new ProcessBuilder(as(
                "postgres",
                DEBIAN.resolve("postgres"),
                "-D",
                data,
                "-p",
                port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=" + place,
                "-c",
                "hba_file=" + place.resolve("pg_hba.conf")));
        var server = Child.start("postgres", command, home.resolve("postgres.log"), new Leftovers(home));
        run("bash", "-c", "for i in $(seq 100); do pg_isready -q -h 127.0.0.1 -p " + port + " && exit; sleep .1; done");
        return new ForeignPostgres(port, () -> {
            server.close();
            ServerCopy.deleteTree(place);
        });
    }

    /** The one of all our other tests. */
    static ForeignPostgres embedded17(Path home, int port) throws IOException {
        var access = Files.writeString(home.resolve("pg_hba.conf"), ACCESS);
        return new ForeignPostgres(
                port,
                EmbeddedPostgres.builder()
                        .setPort(port)
                        .setOverrideWorkingDirectory(home.resolve("postgres").toFile())
                        .setServerConfig("hba_file", access.toString())
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start());
    }

    private static List<String> as(String user, Object... command) {
        return Stream.concat(
                        Stream.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"),
                        Stream.of(command).map(Object::toString))
                .toList();
    }

    private static void run(String... command) throws IOException {
        run(List.of(command));
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(Path.of("/").toFile())
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(command + ": " + said);
        }
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
