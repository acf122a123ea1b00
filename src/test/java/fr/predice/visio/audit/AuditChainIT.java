package fr.predice.visio.audit;

import static fr.predice.visio.audit.AuditFault.Kind.CHAIN_BROKEN;
import static fr.predice.visio.audit.AuditFault.Kind.EVENTS_FOREIGN;
import static fr.predice.visio.audit.AuditFault.Kind.EVENTS_WAITING;
import static fr.predice.visio.audit.AuditFault.Kind.KEY_UNKNOWN;
import static fr.predice.visio.audit.AuditFault.Kind.SEAL_ALTERED;
import static fr.predice.visio.audit.AuditFault.Kind.SEAL_MISSING;
import static fr.predice.visio.audit.AuditFault.Kind.SIGNATURE_FALSE;
import static fr.predice.visio.audit.AuditFault.Kind.SIGNED_LATE;
import static fr.predice.visio.audit.AuditFault.Kind.UNSIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.token.KeyedHash;
import fr.predice.visio.stack.Database;
import fr.predice.visio.support.MovedClock;
import fr.predice.visio.support.Some;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chain of seals finds, in a trail of three seals over events 1-2, 3-5 and 6. */
class AuditChainIT {
    private static final Period YEAR = Period.ofMonths(12);
    private static final String EVENT = """
            INSERT INTO audit_event (at, action, actor, subject, address, result)
            VALUES (now(), '%s', '-', '-', '-', 'DONE')""";
    private static final String OLDER = """
            UPDATE audit_seal SET sealed_at = sealed_at - interval '400 days' WHERE number <= 2;
            UPDATE audit_seal_signature SET signed_at = signed_at - interval '400 days' WHERE number <= 2""";
    /** What anybody who has the tables can do: make each seal agree with its events, and follow the one before. */
    private static final String FORGE = """
            DO $$ DECLARE s record; before text := ''; BEGIN
            FOR s IN SELECT * FROM audit_seal ORDER BY number LOOP
                UPDATE audit_seal SET previous = before, content = audit_content((
                    SELECT string_agg(audit_line(e), E'\\n' ORDER BY e.id) FROM audit_event e
                    WHERE s.events @> e.id)) WHERE number = s.number;
                UPDATE audit_seal SET hash = audit_hash(number, events, content, previous, sealed_at)
                    WHERE number = s.number RETURNING hash INTO before;
            END LOOP; END $$""";

    private static Database database;
    private static DataSource owner;
    private static DataSource node;

    private final MovedClock clock = new MovedClock();
    private final SealSignature signature = new SealSignature(new KeyedHash(Some.settings()));
    private final AuditSeals seals = new AuditSeals(node, signature, clock);
    private final AuditVerification verification = new AuditVerification(node, signature);

    @BeforeAll
    static void start() {
        database = Database.startEmpty("it-trail");
        owner = database.owner();
        node = database.node();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void keepATrail() throws SQLException {
        tamper("TRUNCATE audit_event, audit_unsealed, audit_seal, audit_seal_signature, purge_register"
                + " RESTART IDENTITY");
        for (var events : List.of(2, 3, 1)) {
            for (var event = 0; event < events; event++) {
                run(node, EVENT.formatted("INVITED"));
            }
            assertThat(seals.sealNext()).isTrue();
        }
        assertThat(seals.sealNext()).isFalse();
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit_event SET actor = 'x' WHERE id = 4 | EVENTS_ALTERED 2 3-5",
                "UPDATE audit_event SET at = at - interval '1 second' WHERE id = 1 | EVENTS_ALTERED 1 1-2",
                "UPDATE audit_event SET result = 'REFUSED' WHERE id = 6 | EVENTS_ALTERED 3 6",
                "DELETE FROM audit_event WHERE id = 4 | EVENTS_MISSING 2 4",
                "DELETE FROM audit_event | EVENTS_MISSING 1 1-2, EVENTS_MISSING 2 3-5, EVENTS_MISSING 3 6",
                "UPDATE audit_seal SET sealed_at = now() - interval '2 minutes' WHERE number = 1 | SEAL_ALTERED 1 1-2",
                "UPDATE audit_seal SET purged_at = now() WHERE number = 3 | PURGED_EARLY 3 6",
            })
    void findsWhatWasChanged(String deed, String wrong) throws SQLException {
        tamper(deed);

        assertThat(faults()).containsAll(List.of(wrong.split(", ")));
        assertThat(words()).last().asString().contains("Wrong: ");
        assertThat(words()).hasSizeGreaterThan(1);
    }

    @Test
    void findsASealThatIsGone() throws SQLException {
        tamper("DELETE FROM audit_seal_signature WHERE number = 2; DELETE FROM audit_seal WHERE number = 2");

        assertThat(faults()).containsExactlyInAnyOrder(SEAL_MISSING + " 3 2", EVENTS_FOREIGN + " 0 3-5");
    }

    @Test
    void findsTheLastSealGone() throws SQLException {
        tamper("DELETE FROM audit_seal_signature WHERE number = 3; DELETE FROM audit_seal WHERE number = 3");

        assertThat(faults()).containsExactly(EVENTS_FOREIGN + " 0 6");
    }

    @Test
    void findsAnEventThatTheApplicationDidNotWrite() throws SQLException {
        tamper("ALTER TABLE audit_event DISABLE TRIGGER await_seal; " + EVENT.formatted("SIGNED_IN")
                + "; ALTER TABLE audit_event ENABLE TRIGGER await_seal");

        assertThat(faults()).containsExactly(EVENTS_FOREIGN + " 0 7");
    }

    /** With the tables, but without the key. */
    @Test
    void findsHistoryThatItsOwnerWroteAnew() throws SQLException {
        tamper("UPDATE audit_event SET actor = 'somebody else' WHERE id = 4; " + FORGE);

        assertThat(words()).singleElement().asString().contains("Nothing is wrong");
        assertThat(faults()).containsExactly(SIGNATURE_FALSE + " 2", SIGNATURE_FALSE + " 3");
    }

    /** The key that signed stays known as a former one; once it is gone, nobody can tell who signed. */
    @Test
    void verifiesWhatAFormerKeySigned() throws SQLException {
        var key = new byte[] {1};
        var none = List.of(new byte[32]);
        var meanwhile =
                new SealSignature(new KeyedHash(Some.settings(new Settings.Keys(List.of(key, new byte[32]), none))));
        run(node, EVENT.formatted("INVITED"));
        assertThat(new AuditSeals(node, meanwhile, clock).sealNext()).isTrue();

        assertThat(new AuditVerification(node, meanwhile).verify().faults()).isEmpty();
        assertThat(faults()).containsExactly(KEY_UNKNOWN + " 4");
        var after = new SealSignature(new KeyedHash(Some.settings(new Settings.Keys(List.of(key), none))));
        assertThat(new AuditVerification(node, after).verify().faults())
                .extracting(fault -> fault.kind() + " " + fault.seal())
                .containsExactly(KEY_UNKNOWN + " 1", KEY_UNKNOWN + " 2", KEY_UNKNOWN + " 3");
    }

    @Test
    void signsNothingTwice() throws SQLException {
        tamper("UPDATE audit_event SET actor = 'somebody else' WHERE id = 6; " + FORGE);
        tamper("DELETE FROM audit_seal_signature WHERE number = 3");

        seals.sealNext();

        assertThat(faults()).containsExactly(UNSIGNED + " 3");
    }

    /** As if a rewritten function had made the application sign an old seal today. */
    @Test
    void findsASealThatWasSignedLate() throws SQLException {
        clock.move(Duration.ofMinutes(6));
        run(node, EVENT.formatted("INVITED"));
        assertThat(seals.sealNext()).isTrue();

        assertThat(faults()).containsExactly(SIGNED_LATE + " 4");
    }

    @Test
    void findsASealThatFollowsFromNothing() throws SQLException {
        tamper("UPDATE audit_seal SET previous = 'x' WHERE number = 2; UPDATE audit_seal"
                + " SET hash = audit_hash(number, events, content, previous, sealed_at) WHERE number = 2");

        assertThat(faults()).contains(CHAIN_BROKEN + " 2 3-5", CHAIN_BROKEN + " 3 6", SIGNATURE_FALSE + " 2");
    }

    @Test
    void tellsThatNothingIsSealedAnyMore() throws SQLException {
        run(node, EVENT.formatted("INVITED"));
        assertThat(faults()).isEmpty();

        tamper("UPDATE audit_unsealed SET since = since - interval '16 minutes'");

        assertThat(faults()).containsExactly(EVENTS_WAITING + " 0 7");
    }

    @Test
    void sealsALateTransactionLaterAndHoldsNobodyUp() throws SQLException {
        try (var late = node.getConnection()) {
            late.setAutoCommit(false);
            late.createStatement().execute(EVENT.formatted("INVITED"));
            run(node, EVENT.formatted("CANCELLED"));

            assertThat(seals.sealNext()).isTrue();
            assertThat(faults()).isEmpty();
            late.commit();
        }

        assertThat(faults()).isEmpty();
        assertThat(seals.sealNext()).isTrue();
        assertThat(texts(owner, "SELECT events FROM audit_seal WHERE number > 3 ORDER BY number"))
                .containsExactly("{[8,9)}", "{[7,8)}");
        assertThat(faults()).isEmpty();
    }

    @Test
    void isSealedByOneNodeAtATime() throws Exception {
        for (var event = 0; event < 40; event++) {
            run(node, EVENT.formatted("INVITED"));
        }
        var nodes = Executors.newFixedThreadPool(8);
        var sealing = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Boolean>) seals::sealNext)
                .toList();
        for (var sealed : nodes.invokeAll(sealing)) {
            sealed.get();
        }
        nodes.shutdown();

        assertThat(texts(owner, "SELECT events FROM audit_seal WHERE number > 3"))
                .containsExactly("{[7,47)}");
        assertThat(faults()).isEmpty();
    }

    @Test
    void staysVerifiableWhenOldEventsAreGone() throws SQLException {
        agedByAYear();

        assertThat(seals.purge(YEAR)).isEqualTo(5);
        assertThat(seals.purge(YEAR)).isZero();

        assertThat(texts(owner, "SELECT id::text FROM audit_event")).containsExactly("6");
        assertThat(texts(owner, "SELECT erased::text FROM purge_register WHERE what = 'audit trail'"))
                .containsExactly("5");
        assertThat(faults()).isEmpty();
        tamper("UPDATE audit_seal SET events = '{[1,2)}' WHERE number = 1");
        assertThat(faults()).containsExactly(SEAL_ALTERED + " 1 1");
    }

    @Test
    void keepsSixMonthsWhoeverAsks() throws SQLException {
        agedByAYear();

        for (var brief : List.of(Period.ofMonths(5), Period.ZERO, Period.ofDays(-900))) {
            assertThatThrownBy(() -> seals.purge(brief)).hasMessageContaining("six months at least");
        }
        assertThat(texts(owner, "SELECT id::text FROM audit_event")).hasSize(6);
        assertThat(seals.purge(Period.ofMonths(6))).isEqualTo(5);
    }

    /** As they would be if they had been set and signed that long ago. */
    private void agedByAYear() throws SQLException {
        tamper(OLDER);
        tamper(FORGE);
        try (var connection = owner.getConnection();
                var set = connection.createStatement().executeQuery("""
                        SELECT s.number, s.hash, g.signed_at FROM audit_seal s
                        JOIN audit_seal_signature g ON g.number = s.number""")) {
            while (set.next()) {
                var at = set.getTimestamp(3).toInstant();
                tamper("UPDATE audit_seal_signature SET signature = '"
                        + signature.of(set.getLong(1), set.getString(2), at) + "' WHERE number = " + set.getLong(1));
            }
        }
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET actor = 'x'",
                "DELETE FROM audit_event",
                "TRUNCATE audit_event",
                "INSERT INTO audit_event (id, at, action, actor, subject, address, result) OVERRIDING SYSTEM VALUE"
                        + " VALUES (99, now(), 'INVITED', '-', '-', '-', 'DONE')",
                "ALTER TABLE audit_event DISABLE TRIGGER await_seal",
                "INSERT INTO audit_unsealed VALUES (1)",
                "UPDATE audit_unsealed SET since = now()",
                "DELETE FROM audit_unsealed",
                "TRUNCATE audit_unsealed",
                "INSERT INTO audit_seal VALUES (4, '{[9,10)}', 'x', 'x', now(), 'x')",
                "UPDATE audit_seal SET purged_at = now()",
                "DELETE FROM audit_seal",
                "TRUNCATE audit_seal CASCADE",
                "UPDATE audit_seal_signature SET signature = 'x'",
                "DELETE FROM audit_seal_signature",
                "TRUNCATE audit_seal_signature",
                "INSERT INTO audit_seal_signature VALUES (1, now(), 'x')",
                "INSERT INTO audit_seal_signature VALUES (4, now(), 'x')",
                "SELECT setval('audit_event_id_seq', 1)",
                "SELECT verify_audit()",
                "CREATE TEMP TABLE audit_seal (number bigint)",
                "CREATE OR REPLACE FUNCTION purge_audit(kept interval) RETURNS bigint LANGUAGE sql AS 'SELECT 1'"
            })
    void givesTheApplicationNoWayBack(String attempt) throws SQLException {
        assertThatThrownBy(() -> run(node, attempt)).isInstanceOf(SQLException.class);
        assertThat(faults()).isEmpty();
    }

    /** "KIND seal numbers". */
    private List<String> faults() {
        return verification.verify().faults().stream()
                .map(fault -> (fault.kind() + " " + fault.seal() + " " + fault.numbers()).strip())
                .toList();
    }

    /** What the server's console says. */
    private static List<String> words() throws SQLException {
        return texts(owner, "SELECT verify_audit()");
    }

    private static void tamper(String deed) throws SQLException {
        run(owner, deed);
    }

    private static void run(DataSource role, String deed) throws SQLException {
        try (var connection = role.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(deed);
        }
    }

    private static List<String> texts(DataSource role, String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection = role.getConnection();
                var row = connection.createStatement().executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
