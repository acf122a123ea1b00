package fr.predice.visio.platform.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.stack.Database;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether this version starts after a newer one has been at the tables. Its own newest migration is not yet V900. */
class NewerMigrationsIT {
    private static final String APPLIED = """
            INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                execution_time, success)
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
        applied("902", "survived by V10");

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

    private void migrate() {
        Migration.migrate(Flyway.configure().dataSource(owner));
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
