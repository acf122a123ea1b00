package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code backup.sh} and {@code restore.sh} promise to cron and to a tired administrator. */
class BackupScriptsIT {
    private static final String BACKUP = "src/release/postgresql/backup.sh";
    private static final String RESTORE = "src/release/postgresql/restore.sh";
    private static final Path DIRECTORY = Path.of("target/it-dumps");

    private static InstalledPostgres server;

    @BeforeAll
    static void start() throws SQLException {
        server = InstalledPostgres.startEmpty("it-scripts", "it-scripts-secrets");
        Database.migrate(server, Database.NEWEST);
        run("INSERT INTO establishment VALUES (gen_random_uuid(), 'Les Tilleuls', 'Amiens', NULL, now())");
        run("INSERT INTO audit_event (at, action, actor, subject, address, result)"
                + " VALUES (now(), 'INVITED', '-', '-', '-', 'DONE')");
        run("SELECT seal_audit()");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void empty() throws IOException {
        ServerCopy.deleteTree(DIRECTORY);
        Files.createDirectories(DIRECTORY);
    }

    @Test
    void leavesOneDumpThatOnlyItsOwnerReads() throws IOException {
        var made = backup(Map.of()).succeeds();

        var dump = onlyDump();
        assertThat(made.said()).startsWith(dump + ": ").doesNotContain(server.password(DatabaseServer.BACKUP));
        assertThat(dump.getFileName().toString()).matches("visio-\\d{8}T\\d{6}Z\\.dump");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dump)))
                .isEqualTo("rw-------");
    }

    @Test
    void forgetsOldDumpsOnceThereIsANewerOne() throws IOException {
        var old = List.of(
                aged("visio-20250101T000000Z.dump", 15),
                aged("visio-20250102T000000Z.dump.enc", 15),
                aged(".visio-a", 2));
        var kept = List.of(aged("visio-20250103T000000Z.dump", 12), aged("notes.txt", 100));

        assertThat(backup(Map.of("PGPORT", "1")).status()).isEqualTo(1);
        assertThat(old).allMatch(Files::exists);
        backup(Map.of()).succeeds();

        assertThat(old).noneMatch(Files::exists);
        assertThat(kept).allMatch(Files::exists);
    }

    @Test
    void encryptsWithTheSitesOwnTool() throws IOException {
        var failed = backup(Map.of("VISIO_BACKUP_ENCRYPT", "cat; exit 3"));
        assertThat(failed.status()).isEqualTo(1);
        assertThat(dumps()).isEmpty();

        backup(Map.of("VISIO_BACKUP_ENCRYPT", "openssl enc -aes-256-cbc -pbkdf2 -pass pass:test"))
                .succeeds();

        assertThat(onlyDump().toString()).endsWith(".dump.enc");
        assertThat(Files.readAllBytes(onlyDump())).startsWith("Salted__".getBytes());
        assertThat(restore(Map.of(), "--replace", onlyDump().toString()).status())
                .isEqualTo(2);
    }

    @Test
    void refusesWhatIsNotAskedRightly() {
        assertThat(Ran.of(server.command(BACKUP)).status()).isEqualTo(2);
        assertThat(Ran.of(server.command(BACKUP, "/nowhere")).status()).isEqualTo(2);
        assertThat(backup(Map.of("VISIO_BACKUP_DAYS", "0")).status()).isEqualTo(2);
        assertThat(backup(Map.of("VISIO_BACKUP_DAYS", "a week")).status()).isEqualTo(2);
        assertThat(restore(Map.of(), "/nowhere").status()).isEqualTo(2);
        assertThat(restore(Map.of(), RESTORE).status()).isEqualTo(2);
    }

    @Test
    void restoresOverTablesOnlyWhenTold() throws IOException, SQLException {
        backup(Map.of()).succeeds();
        var dump = onlyDump().toString();
        var rights = Rights.on(server);
        run("UPDATE establishment SET name = 'later'; CREATE TABLE of_a_newer_version (id integer);"
                + " CREATE FUNCTION newer() RETURNS integer LANGUAGE sql RETURN 1");

        assertThat(restore(Map.of(), dump)).satisfies(refused -> {
            assertThat(refused.status()).isEqualTo(3);
            assertThat(refused.said()).contains("there are tables");
        });
        try (var application = server.connect(DatabaseServer.APPLICATION)) {
            assertThat(application.isValid(1)).isTrue();
            assertThat(restore(Map.of(), "--replace", dump)).satisfies(refused -> {
                assertThat(refused.status()).isEqualTo(3);
                assertThat(refused.said()).contains("the application is connected");
            });
        }
        assertThat(restore(Map.of("PGUSER", "postgres"), "--replace", dump)).satisfies(refused -> {
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.said()).contains("visio_owner");
        });
        assertThat(names()).containsExactly("later");

        var restored = restore(Map.of(), "--replace", dump).succeeds();

        assertThat(restored.said()).contains("Nothing is wrong.", "restored: tables of V");
        assertThat(names()).containsExactly("Les Tilleuls");
        assertThat(Rights.on(server)).containsExactlyElementsOf(rights);
    }

    @Test
    void changesNothingWithATornDump() throws IOException {
        backup(Map.of()).succeeds();
        var whole = Files.readAllBytes(onlyDump());
        var torn = Files.write(DIRECTORY.resolve("torn"), Arrays.copyOf(whole, whole.length - 200));

        var failed = restore(Map.of(), "--replace", torn.toString());

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.said()).contains("nothing has changed");
        assertThat(names()).containsExactly("Les Tilleuls");
    }

    @Test
    void saysThatARestoredTrailIsNotRight() throws IOException, SQLException {
        run("UPDATE audit_event SET actor = 'somebody else'");
        try {
            backup(Map.of()).succeeds();

            var restored = restore(Map.of(), "--replace", onlyDump().toString());

            assertThat(restored.status()).isEqualTo(4);
            assertThat(restored.said()).contains("Altered: one or more of events 1");
        } finally {
            run("UPDATE audit_event SET actor = '-'");
        }
    }

    private static Ran backup(Map<String, String> settings) {
        return server.script(DatabaseServer.BACKUP, settings, BACKUP, DIRECTORY.toString());
    }

    private static Ran restore(Map<String, String> settings, String... arguments) {
        var command = new ArrayList<>(List.of(RESTORE));
        command.addAll(List.of(arguments));
        return server.script(DatabaseServer.OWNER, settings, command.toArray(String[]::new));
    }

    private static List<Path> dumps() throws IOException {
        try (var files = Files.list(DIRECTORY)) {
            return files.toList();
        }
    }

    private static Path onlyDump() throws IOException {
        assertThat(dumps()).hasSize(1);
        return dumps().get(0);
    }

    private static Path aged(String name, int days) throws IOException {
        var file = Files.createFile(DIRECTORY.resolve(name));
        return Files.setLastModifiedTime(
                file, FileTime.from(Instant.now().minus(Duration.ofDays(days)).minusSeconds(60)));
    }

    private static List<String> names() {
        return Rights.ask(server, "SELECT name FROM visio.establishment");
    }

    private static void run(String deed) throws SQLException {
        try (var owner = server.connect(DatabaseServer.OWNER);
                var statement = owner.createStatement()) {
            statement.execute(deed);
        }
    }
}
