package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A database that an older version has worked with is taken over, data and rights; a newer one is left alone. */
@Order(3)
class UpgradeIT {
    private static final String SITE = "it-upgrade";
    /** The newest migration of the last version that was handed over. */
    private static final String OLDER = "4";

    private static final TestAccount CAMILLE =
            new TestAccount("camille.martin", "+33612349999", "camille.martin@example.org");
    private static final String DATA = """
            INSERT INTO establishment VALUES (gen_random_uuid(), 'Les Tilleuls', 'Amiens', '800000017', now());
            INSERT INTO account (id, identifier, password_hash, display_name, mobile, mail, active, created_at,
                profession, professional_number, establishment_id)
                SELECT gen_random_uuid(), 'camille.martin', '%s', 'Camille Martin', '+33612349999',
                'camille.martin@example.org', TRUE, now(), 'Infirmier', '10002813839', id FROM establishment;
            INSERT INTO sign_in_challenge SELECT gen_random_uuid(), id, 'SMS', 'x', now() + interval '10 minutes',
                now(), 1, 0 FROM account;
            INSERT INTO invitation (id, organizer_id, request, phone, phone_hash, created_at, expires_at,
                phone_served_at)
                SELECT gen_random_uuid(), id, gen_random_uuid(), '+33612000000', 'x', now(), now() + interval '1 hour',
                now() + interval '1 hour' FROM account;
            INSERT INTO invitation_token (hash, invitation_id) SELECT 'x', id FROM invitation;
            INSERT INTO seat (invitation_id, side) SELECT id, 'ORGANIZER' FROM invitation;
            INSERT INTO call_ticket (hash, invitation_id, side, expires_at)
                SELECT 'x', id, 'ORGANIZER', now() + interval '1 hour' FROM invitation;
            INSERT INTO outgoing_message (id, about, channel, recipient, content, state, attempts, next_attempt_at,
                expires_at, created_at) SELECT gen_random_uuid(), id, 'SMS', 'x', 'x', 'WAITING', 0,
                now() + interval '30 minutes', now() + interval '1 hour', now() FROM invitation;
            INSERT INTO rate_limit VALUES ('x', now(), now() + interval '1 hour', 1);
            INSERT INTO audit_event (at, action, actor, subject, address)
                SELECT now(), action, '-', '-', '-' FROM unnest(ARRAY['PASSWORD_REFUSED', 'SIGNED_IN']) AS action;
            INSERT INTO purge_register (at, what, erased, older_than) VALUES (now(), 'phone numbers', 1, now());
            INSERT INTO registration (id, state, family_name, given_name, profession, professional_number,
                establishment_name, establishment_town, mail, mobile, language, terms_version, link_hash, created_at,
                proof_until, proved_at) VALUES (gen_random_uuid(), 'WAITING', 'Roux', 'Paul', 'Médecin', '10100473148',
                'Les Tilleuls', 'Amiens', 'paul@example.org', '+33612000001', 'fr', '1', 'x', now(), now(), now());
            INSERT INTO activation (mail, wished_at, hash, valid_until) VALUES ('chef@example.org', now(), 'x',
                now() + interval '1 day')""";
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
    void takesOverWhatAnOlderVersionLeftAndNotWhatANewerDid() throws SQLException {
        Map<String, List<String>> rows;
        try (var database = Database.startAt(SITE, OLDER)) {
            run(database.server(), DATA.formatted(passwordHash()));
            rows = rows(database.server());
            assertThat(rows)
                    .hasSizeGreaterThan(12)
                    .allSatisfy((query, found) -> assertThat(found).as(query).isNotEmpty());
        }

        try (var stack = Stack.startAgain(SITE)) {
            try (var owner = stack.database()) {
                for (var query : rows.keySet()) {
                    assertThat(texts(owner.createStatement().executeQuery(query)))
                            .as(query)
                            .containsAll(rows.get(query));
                }
            }
            new Portal(stack.address()).signIn(CAMILLE);
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
