package fr.predice.visio.watch;

import fr.predice.visio.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A disk of the database with no room left: a small file system, where some tables and the temporary files are. */
final class FullDisk implements AutoCloseable {
    private static final String SENT_AWAY =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'visio_app'";

    private final Stack stack;
    private final Path disk;

    private FullDisk(Stack stack, Path disk) {
        this.stack = stack;
        this.disk = disk;
    }

    /** Only root may mount. */
    static boolean isPossible() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** @param directory where it is mounted until this is closed */
    static FullDisk under(Stack stack, Path directory) throws IOException, SQLException {
        Files.createDirectories(directory);
        run("mount", "-t", "tmpfs", "-o", "size=512k,mode=0700", "visio-full", directory.toString());
        var full = new FullDisk(stack, directory.toAbsolutePath());
        try {
            full.fill();
            return full;
        } catch (IOException | SQLException failure) {
            full.close();
            throw failure;
        }
    }

    private void fill() throws IOException, SQLException {
        say(
                "CREATE TABLESPACE small LOCATION '" + disk + "'",
                "GRANT CREATE ON TABLESPACE small TO visio_app",
                "TRUNCATE visio.rate_limit, visio.call_ticket",
                "ALTER TABLE visio.rate_limit SET TABLESPACE small",
                "ALTER TABLE visio.call_ticket SET TABLESPACE small",
                "ALTER ROLE visio_app SET temp_tablespaces = small",
                SENT_AWAY);
        try (var file = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
                file.write(new byte[4096]);
            }
        } catch (IOException full) {
            // As it must.
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        try {
            Files.deleteIfExists(disk.resolve("filler"));
            say(
                    "ALTER TABLE visio.rate_limit SET TABLESPACE pg_default",
                    "ALTER TABLE visio.call_ticket SET TABLESPACE pg_default",
                    "ALTER ROLE visio_app RESET temp_tablespaces",
                    SENT_AWAY,
                    "REVOKE ALL ON TABLESPACE small FROM visio_app",
                    "DROP TABLESPACE IF EXISTS small");
        } finally {
            run("umount", disk.toString());
        }
    }

    private void say(String... statements) throws SQLException {
        try (var connection = stack.databaseAsAdministrator();
                var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        }
    }

    private static void run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(said);
        }
    }
}
