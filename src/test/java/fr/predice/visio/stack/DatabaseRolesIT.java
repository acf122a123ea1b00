package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each role may do with the tables, on each version of PostgreSQL that we promise. */
class DatabaseRolesIT {
    private static final String REFUSED = "42501";
    private static final Path ROLES = Path.of("sql/roles.sql");
    private static final Path SHEET = Path.of("src/release/postgresql/LISEZMOI.md");
    private static final List<String> NOT_THE_APPLICATIONS = List.of(
            "UPDATE audit_event SET actor = 'x'",
            "DELETE FROM audit_event",
            "TRUNCATE audit_event",
            "INSERT INTO audit_event (id, at, action, actor, subject, address) OVERRIDING SYSTEM VALUE"
                    + " VALUES (1, now(), 'INVITED', '-', '-', '-')",
            "ALTER TABLE audit_event DISABLE TRIGGER await_seal",
            "DELETE FROM audit_unsealed",
            "INSERT INTO audit_seal VALUES (1, '{[1,2)}', '', '', now(), '')",
            "UPDATE audit_seal SET purged_at = now()",
            "DELETE FROM audit_seal",
            "UPDATE audit_seal_signature SET signature = 'x'",
            "UPDATE purge_register SET erased = 1",
            "SELECT * FROM flyway_schema_history",
            "SELECT verify_audit()",
            "SELECT invite_administrator('x@example.org')",
            "CREATE TABLE visio.mine (id integer)",
            "CREATE TABLE public.mine (id integer)",
            "CREATE TEMPORARY TABLE mine (id integer)",
            "DROP TABLE account",
            "ALTER TABLE account ADD COLUMN mine integer",
            "SET ROLE visio_owner",
            "SET SESSION AUTHORIZATION visio_owner",
            "COPY account TO PROGRAM 'cat'");
    private static final String SEEN = "SELECT relname FROM pg_class WHERE relnamespace = 'visio'::regnamespace"
            + " AND relkind IN ('r', 'S', 'v') AND %s ORDER BY relname COLLATE \"C\"";
    private static final String CHANGED_BY = "has_any_column_privilege('%1$s', oid, 'INSERT, UPDATE')"
            + " OR has_table_privilege('%1$s', oid, 'DELETE, TRUNCATE')";
    private static final String POWERFUL = """
            SELECT rolname FROM pg_roles WHERE rolname LIKE 'visio%'
                AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)""";

    /** 15 stands for the version that this machine's system comes with, Debian 12's. */
    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void givesEachRoleItsRightsAndNoMore(int major) throws SQLException, IOException {
        try (var server = start(major)) {
            Database.migrate(server, Database.NEWEST);

            assertTheApplicationKeepsTheTrail(server);
            assertTheReaderSeesNobody(server);
            assertTheBackupReadsAll(server);
            assertThat(Rights.ask(server, POWERFUL)).isEmpty();
            assertThat(Rights.ask(server, "SELECT has_database_privilege('pg_monitor', 'visio', 'CONNECT')"))
                    .containsExactly("f");

            var rights = Rights.on(server);
            run(server, Files.readString(ROLES));
            assertThat(Rights.on(server)).containsExactlyElementsOf(rights);
        }
    }

    private static DatabaseServer start(int major) throws IOException {
        if (major == 15) {
            return InstalledPostgres.startEmpty("it-roles-15", "it-roles");
        }
        var home = Path.of("target/it-roles-" + major).toAbsolutePath();
        new Leftovers(home).stop();
        ServerCopy.deleteTree(home);
        OwnerOnly.directory(home);
        var site = new Site(home, Path.of("").toAbsolutePath(), Ports.free(), Optional.empty(), Map.of());
        return Postgres.start(site, new Secrets(home.resolve("secrets.properties")), major);
    }

    private static void assertTheApplicationKeepsTheTrail(DatabaseServer server) throws SQLException {
        try (var application = server.connect(DatabaseServer.APPLICATION);
                var statement = application.createStatement()) {
            statement.execute("INSERT INTO audit_event (at, action, actor, subject, address, result)"
                    + " VALUES (now(), 'INVITED', '-', '-', '-', 'DONE')");
            statement.execute("SELECT seal_audit()");
            statement.execute("UPDATE account SET active = active");
            for (var deed : NOT_THE_APPLICATIONS) {
                assertThatThrownBy(() -> statement.execute(deed))
                        .as(deed)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refusal -> assertThat(refusal.getSQLState()).isEqualTo(REFUSED));
            }
        }
    }

    private static void assertTheReaderSeesNobody(DatabaseServer server) throws SQLException, IOException {
        assertThat(Rights.ask(server, SEEN.formatted("has_any_column_privilege('visio_read', oid, 'SELECT')")))
                .containsExactly(
                        "audit_seal",
                        "audit_unsealed",
                        "establishment",
                        "figure",
                        "flyway_schema_history",
                        "outgoing_message",
                        "purge_register");
        assertThat(Rights.ask(server, SEEN.formatted("(" + CHANGED_BY.formatted("visio_read") + ")")))
                .isEmpty();
        try (var reader = server.connect(DatabaseServer.READER);
                var statement = reader.createStatement()) {
            statement.execute(queriesOfTheSheet());
            for (var secret : List.of("recipient", "subject", "content", "about", "id", "provider_reference")) {
                assertThatThrownBy(() -> statement.execute("SELECT " + secret + " FROM outgoing_message"))
                        .as(secret)
                        .hasMessageContaining("permission denied");
            }
            for (var secret : List.of("account", "audit_event", "invitation", "rate_limit", "personal_session")) {
                assertThatThrownBy(() -> statement.execute("SELECT count(*) FROM " + secret))
                        .as(secret)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    /** What the sheet has for supervision. */
    private static String queriesOfTheSheet() throws IOException {
        var sheet = Files.readString(SHEET);
        var queries = sheet.substring(sheet.indexOf("```sql") + 6, sheet.lastIndexOf("```"));
        assertThat(queries.split(";")).hasSizeGreaterThan(5);
        return queries;
    }

    private static void assertTheBackupReadsAll(DatabaseServer server) throws SQLException {
        var readable = "CASE relkind WHEN 'S' THEN has_sequence_privilege('visio_backup', oid, 'SELECT')"
                + " ELSE has_table_privilege('visio_backup', oid, 'SELECT') END";
        assertThat(Rights.ask(server, SEEN.formatted("NOT " + readable))).isEmpty();
        assertThat(Rights.ask(server, SEEN.formatted("(" + CHANGED_BY.formatted("visio_backup") + ")")))
                .isEmpty();
    }

    private static void run(DatabaseServer server, String script) throws SQLException {
        try (var connection = server.connectAsAdministrator();
                var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    @Test
    void writesNoPasswordIntoTheServersLog() throws IOException {
        try (var server = InstalledPostgres.startEmpty("it-roles-log", "it-roles")) {
            var logged = Files.readString(server.log());
            assertThat(logged).contains("CREATE ROLE").doesNotContain("SCRAM-SHA-256");
            for (var role : DatabaseServer.ROLES) {
                assertThat(logged).doesNotContain(server.password(role));
            }
        }
    }
}
