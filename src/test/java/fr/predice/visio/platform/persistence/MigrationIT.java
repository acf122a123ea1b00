package fr.predice.visio.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.stack.Database;
import fr.predice.visio.stack.Rights;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to the tables at each start. The newest migration of this version is not yet V900. */
class MigrationIT {
    private static final String APPLIED = """
            INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,
                installed_by, execution_time, success)
            SELECT max(installed_rank) + 1, '%1$s', '%2$s', 'SQL', 'V%1$s__of_tomorrow.sql', 1, 'visio_owner', 1, TRUE
            FROM flyway_schema_history""";

    private static Database database;
    private static DataSource owner;

    @BeforeAll
    static void start() {
        database = Database.startEmpty("it-newer");
        owner = database.owner();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void forget() throws SQLException {
        run("DELETE FROM flyway_schema_history WHERE version LIKE '9__'");
    }

    @Test
    void startsOnItsOwnTables() {
        assertThatCode(this::migrate).doesNotThrowAnyException();
    }

    @Test
    void startsAfterMigrationsThatItSurvives() throws SQLException {
        applied("901", "more rooms survived by V9");
        applied("902", "survived by V8");

        assertThatCode(this::migrate).doesNotThrowAnyException();
    }

    @Test
    void refusesOneThatSaysNothing() throws SQLException {
        applied("901", "more rooms survived by V9");
        applied("902", "fewer rooms");

        assertThatThrownBy(this::migrate)
                .isInstanceOf(SchemaTooNew.class)
                .hasMessageMatching("The database is newer than this version, which knows it up to V\\d+"
                        + " and cannot work after V902 \\(fewer rooms\\): start the newer version, or restore.*");
    }

    @Test
    void refusesOneThatOnlyLaterVersionsSurvive() throws SQLException {
        applied("901", "fewer rooms survived by V900");

        assertThatThrownBy(this::migrate).isInstanceOf(SchemaTooNew.class).hasMessageContaining("V901");
    }

    @Test
    void setsRightsAgainThatARestoreGaveAway() throws SQLException {
        var rights = Rights.on(database.server());
        run("GRANT INSERT, UPDATE, DELETE ON audit_event, audit_seal, audit_seal_signature, audit_unsealed,"
                + " purge_register, flyway_schema_history TO visio_app");
        run("REVOKE ALL ON figure, establishment FROM visio_read");
        assertThat(Rights.on(database.server())).isNotEqualTo(rights);

        migrate();

        assertThat(Rights.on(database.server())).containsExactlyElementsOf(rights);
    }

    private void migrate() {
        Migration.migrate(owner);
    }

    private static void applied(String version, String description) throws SQLException {
        run(APPLIED.formatted(version, description));
    }

    private static void run(String deed) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(deed);
        }
    }
}
