package fr.predice.visio.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A database that older versions have worked with, up to the one before this, is taken over, data and rights; a newer
 * one is left alone.
 */
@Order(3)
class UpgradeIT {
    private static final String SITE = "it-upgrade";
    private static final Path MIGRATIONS = Path.of("sql");
    private static final Pattern MIGRATION = Pattern.compile("V([0-9]+)__.*[.]sql");

    /** The newest migration of the first version that was handed over. */
    private static final int FIRST = 4;

    /** What the service takes away as soon as it runs. */
    private static final List<String> QUEUES = List.of("FROM audit_unsealed", "FROM recovery_request");

    private static final TestAccount CAMILLE =
            new TestAccount("camille.martin", "+33612349999", "camille.martin@example.org");
    private static final String COLUMNS = """
            SELECT table_name, string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position)
            FROM information_schema.columns WHERE table_schema = 'visio' AND table_name <> 'flyway_schema_history'
            GROUP BY table_name""";
    private static final String OF_TOMORROW = """
            INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,
                installed_by, execution_time, success)
            SELECT max(installed_rank) + 1, '900', 'fewer rooms', 'SQL', 'V900__fewer_rooms.sql', 1, 'visio_owner', 1,
                TRUE
            FROM flyway_schema_history""";

    @Test
    void takesOverWhatOlderVersionsLeftAndNotWhatANewerDid() throws SQLException, IOException {
        Map<String, List<String>> rows;
        try (var database = Database.startAt(SITE, Integer.toString(FIRST))) {
            rows = livedThrough(database.server());
            assertThat(rows)
                    .hasSizeGreaterThan(25)
                    .allSatisfy((query, found) -> assertThat(found).as(query).isNotEmpty());
        }

        try (var stack = Stack.startAgain(SITE)) {
            try (var owner = stack.database()) {
                rows.keySet().removeIf(query -> QUEUES.stream().anyMatch(query::endsWith));
                assertKept(rows, owner);
            }
            var camille = new Portal(stack.address()).signIn(CAMILLE).visitor();
            assertThat(camille.get("/compte/connexions").body()).contains("Firefox, Linux", "192.0.2.7");
        }

        try (var database = Database.reopen(SITE);
                var untouched = Database.startEmpty("it-upgrade-none")) {
            assertThat(Rights.on(database.server())).containsExactlyElementsOf(Rights.on(untouched.server()));
            run(database.server(), OF_TOMORROW);
        }
        assertThatThrownBy(() -> Stack.startAgain(SITE).close())
                .hasMessageContaining("ERROR [fr.predice.visio.platform.persistence.Migration]")
                .hasMessageContaining("The database is newer than this version")
                .hasMessageContaining("cannot work after V900 (fewer rooms): start the newer version, or restore");
    }

    /** All versions but the newest, each with rows in its own tables. @return the rows at the end, as {@link #rows} */
    private static Map<String, List<String>> livedThrough(DatabaseServer server) throws SQLException, IOException {
        Map<String, List<String>> rows = Map.of();
        for (var level : olderLevels()) {
            Database.migrate(server, level.toString());
            try (var owner = server.connect(DatabaseServer.OWNER)) {
                assertKept(rows, owner);
            }
            try (var written = UpgradeIT.class.getResourceAsStream("upgrade/V" + level + ".sql")) {
                if (written != null) {
                    run(server, new String(written.readAllBytes(), UTF_8).replace("${password}", passwordHash()));
                }
            }
            rows = rows(server);
        }
        return rows;
    }

    private static List<Integer> olderLevels() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            var levels = files.map(file -> MIGRATION.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Integer.valueOf(name.group(1)))
                    .filter(level -> level >= FIRST)
                    .sorted()
                    .toList();
            return levels.subList(0, levels.size() - 1);
        }
    }

    private static void assertKept(Map<String, List<String>> rows, Connection owner) throws SQLException {
        for (var query : rows.keySet()) {
            assertThat(texts(owner.createStatement().executeQuery(query)))
                    .as(query)
                    .containsAll(rows.get(query));
        }
    }

    private static String passwordHash() {
        return Password.hash(Portal.PASSWORD)
                .addRandomSalt()
                .with(Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID))
                .getResult();
    }

    /** What each table holds, by the query that tells it from a newer one too. */
    private static Map<String, List<String>> rows(DatabaseServer server) throws SQLException {
        var rows = new LinkedHashMap<String, List<String>>();
        try (var owner = server.connect(DatabaseServer.OWNER);
                var tables = owner.createStatement().executeQuery(COLUMNS)) {
            while (tables.next()) {
                var query = "SELECT ROW(%s)::text FROM %s".formatted(tables.getString(2), tables.getString(1));
                rows.put(query, texts(owner.createStatement().executeQuery(query)));
            }
        }
        return rows;
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        var texts = new ArrayList<String>();
        while (rows.next()) {
            texts.add(rows.getString(1));
        }
        return texts;
    }

    private static void run(DatabaseServer server, String deeds) throws SQLException {
        try (var owner = server.connect(DatabaseServer.OWNER);
                var statement = owner.createStatement()) {
            statement.execute(deeds);
        }
    }
}
