package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A hospital loses its database server and comes back from last night's dump, on an empty one. Both are of this
 * machine's own packages and let nobody in but by TLS.
 */
@Order(2)
class RestoreIT {
    private static final String SITE = "it-restore";
    private static final Path DUMPS = Path.of("target", SITE + "-dumps");
    private static final String HOLD = """
            CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN NEW.next_attempt_at := now() + interval '30 minutes'; RETURN NEW; END $$;
            CREATE TRIGGER hold BEFORE INSERT ON outgoing_message FOR EACH ROW EXECUTE FUNCTION hold()""";
    private static final List<String> KEPT = List.of(
            "SELECT a::text FROM account a ORDER BY id",
            "SELECT i::text FROM invitation i ORDER BY id",
            "SELECT t::text FROM invitation_token t ORDER BY hash",
            "SELECT e::text FROM audit_event e ORDER BY id",
            "SELECT s::text FROM audit_seal s ORDER BY number");

    @Test
    void comesBackFromADumpOnAnEmptyServer() throws IOException, SQLException {
        ServerCopy.deleteTree(DUMPS);
        Files.createDirectories(DUMPS);
        var number = TestAccount.someNumber();
        TestAccount account;
        List<String> rights;
        List<List<String>> rows;

        try (var lost = InstalledPostgres.startEmpty(SITE + "-lost", SITE)) {
            try (var stack = Stack.startOn(lost, SITE)) {
                account = TestAccount.open(stack);
                inviteButWait(stack, account, number);
                rights = Rights.on(lost);
                rows = kept(stack);

                lost.script(DatabaseServer.BACKUP, Map.of(), "src/release/postgresql/backup.sh", DUMPS.toString())
                        .succeeds();
            }
        }
        ServerCopy.deleteTree(Path.of("target", SITE + "-lost"));

        try (var fresh = InstalledPostgres.startEmpty(SITE + "-fresh", SITE)) {
            var restored = fresh.script(DatabaseServer.OWNER, Map.of(), "src/release/postgresql/restore.sh", onlyDump())
                    .succeeds();
            assertThat(restored.said()).contains("Nothing is wrong.");
            assertThat(Rights.on(fresh)).containsExactlyElementsOf(rights);

            try (var stack = Stack.startOn(fresh, SITE)) {
                assertThat(kept(stack))
                        .zipSatisfy(
                                rows,
                                (now, then) -> assertThat(now).isNotEmpty().containsAll(then));
                new Portal(stack.address()).signIn(account);
                // The message that waited in the dump can still be read, with the same VISIO_MESSAGE_KEY.
                new Tables(stack)
                        .execute("UPDATE outgoing_message SET next_attempt_at = now() WHERE state = 'WAITING'");
                assertThat(Inbox.of(stack.address()).linkFor("+33" + number.substring(1)))
                        .hasSize(22);
            }
        }
    }

    private static void inviteButWait(Stack stack, TestAccount account, String number) throws SQLException {
        var portal = new Portal(stack.address()).signIn(account);
        new Tables(stack).execute(HOLD);
        portal.invite(number);
        new Tables(stack).execute("DROP FUNCTION hold() CASCADE");
        assertThat(new Tables(stack).count("SELECT count(*) FROM outgoing_message WHERE state = 'WAITING'"))
                .isEqualTo(1);
        try (var application = stack.databaseAsApplication();
                var statement = application.createStatement()) {
            statement.execute("SELECT seal_audit()");
        }
    }

    private static List<List<String>> kept(Stack stack) {
        return KEPT.stream().map(new Tables(stack)::texts).toList();
    }

    private static String onlyDump() throws IOException {
        try (var files = Files.list(DUMPS)) {
            var dumps = files.map(Path::toString).toList();
            assertThat(dumps).hasSize(1);
            return dumps.get(0);
        }
    }
}
