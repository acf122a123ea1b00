package fr.predice.visio.signin.authenticator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.platform.cipher.RowCipher;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.ShownCertificate;
import fr.predice.visio.support.Some;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Another pepper and another message key, as CLES.md has it, while people are at work: a server, its data, two
 * restarts.
 */
@Order(3)
class KeyRotationIT {
    private static final String APP = "/compte/application";
    private static final Pattern KEY = Pattern.compile("<p class=\"key\">([A-Z2-7 ]+)</p>");
    private static final Pattern RESCUE = Pattern.compile("<li>([a-z2-9]{4}-[a-z2-9]{4})</li>");
    private static final String SECRET =
            "SELECT encode(secret, 'hex') FROM authenticator JOIN account a ON a.id = account_id WHERE a.identifier = ";
    private static final Duration A_MINUTE_AND_MORE = Duration.ofSeconds(90);

    private final Clock clock = Clock.systemUTC();
    private String key;
    private String rescueCode;

    @Test
    void signsNobodyOutAndKeepsAppsLinksAndCodes() throws Exception {
        try (var stack = Stack.startDemo("it-rotation", Map.of())) {
            var tables = new Tables(stack);
            var account = TestAccount.open(stack);
            var owner = new Portal(stack.address()).signIn(account).visitor();
            setUpApp(owner);
            var waiting = new Portal(stack.address());
            waiting.givePassword(account.identifier(), Portal.PASSWORD, "MAIL");
            var code = Inbox.of(stack.address()).codeFor(account.mail());
            var guest = TestAccount.someNumber();
            new Portal(stack.address()).signIn(account).invite(guest);
            var link = Inbox.of(stack.address()).linkFor("+33" + guest.substring(1));
            var sealedBefore = tables.texts(SECRET + "'" + account.identifier() + "'");

            var many = sealMany(stack);
            var torn = tables.texts("INSERT INTO outgoing_message (id, about, channel, content, state, attempts,"
                    + " next_attempt_at, expires_at, created_at) VALUES (gen_random_uuid(), gen_random_uuid(), 'SMS',"
                    + " 'torn', 'UNKNOWN', 1, now(), now() + interval '1 day', now()) RETURNING id");

            var old = rotate(stack);

            assertThat(owner.get("/pro/services").statusCode()).as("signed in").isEqualTo(200);
            assertThat(entered(waiting, code)).as("a code in flight").isTrue();
            assertThat(look(stack, link)).as("a link in flight").isEqualTo(200);
            assertThat(entered(askWithApp(stack, account), code(1))).isTrue();
            assertThat(rescued(askWithApp(stack, account))).isTrue();
            assertSaysAndKeepsWhatNoKeyOpens(stack, torn.get(0));
            await().atMost(A_MINUTE_AND_MORE)
                    .until(() ->
                            log(stack.serverLog()).contains("VISIO_MESSAGE_KEY_PREVIOUS: nothing is sealed under it"));
            assertThat(tables.texts(SECRET + "'" + account.identifier() + "'")).isNotEqualTo(sealedBefore);
            assertOpenUnderTheNewKey(stack, many);

            var password = newKey();
            try (var database = stack.databaseAsApplication()) {
                database.createStatement().execute("ALTER ROLE visio_app PASSWORD '" + password + "'");
            }
            stack.restart(Map.of(
                    "VISIO_MESSAGE_KEY_PREVIOUS", "", "VISIO_PEPPER_PREVIOUS", "", "VISIO_DB_PASSWORD", password));
            changeCertificate(stack);

            assertThat(owner.get("/pro/services").statusCode())
                    .as("still signed in")
                    .isEqualTo(200);
            // A code serves once, and so does each before it.
            await().atMost(A_MINUTE_AND_MORE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(TimeCodes.STEP)
                    .until(() -> entered(askWithApp(stack, account), code(1)));
            assertThat(log(stack.serverLog())).doesNotContain(old.values());

            tables.execute("UPDATE personal_session SET ended_at = now() WHERE ended_at IS NULL");
            tables.execute("DELETE FROM known_device");
            assertThat(owner.get("/pro/services").statusCode()).as("at last").isEqualTo(302);
        }
    }

    /** More texts than are sealed anew at a time; they do not leave before all is over. */
    private static List<UUID> sealMany(Stack stack) throws SQLException {
        var cipher = cipher(stack);
        var rows = Stream.generate(UUID::randomUUID).limit(1001).toList();
        try (var database = stack.databaseAsApplication();
                var insert =
                        database.prepareStatement("INSERT INTO outgoing_message (id, about, channel, content, state,"
                                + " attempts, next_attempt_at, expires_at, created_at) VALUES (?, gen_random_uuid(),"
                                + " 'SMS', ?,"
                                + " 'WAITING', 0, now() + interval '1 day', now() + interval '2 days', now())")) {
            for (var row : rows) {
                insert.setObject(1, row);
                insert.setBytes(2, cipher.seal(row, "content", "text of " + row));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return rows;
    }

    private static void assertSaysAndKeepsWhatNoKeyOpens(Stack stack, String row) {
        var tables = new Tables(stack);
        await().atMost(A_MINUTE_AND_MORE)
                .until(() -> log(stack.serverLog())
                        .lines()
                        .anyMatch(line -> line.contains(" WARN ") && line.contains(": they stay as they are")));
        assertThat(tables.texts("SELECT convert_from(content, 'UTF8') FROM outgoing_message WHERE id = '" + row + "'"))
                .containsExactly("torn");
        tables.execute("DELETE FROM outgoing_message WHERE id = '" + row + "'");
    }

    private static void assertOpenUnderTheNewKey(Stack stack, List<UUID> rows) throws SQLException {
        var cipher = cipher(stack);
        var opened = 0;
        try (var database = stack.databaseAsApplication();
                var select = database.prepareStatement(
                        "SELECT id, content FROM outgoing_message WHERE id = ANY (?) AND content IS NOT NULL")) {
            select.setArray(1, database.createArrayOf("uuid", rows.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var id = row.getObject(1, UUID.class);
                    assertThat(cipher.open(id, "content", row.getBytes(2))).isEqualTo("text of " + id);
                    opened++;
                }
            }
        }
        assertThat(opened).isEqualTo(rows.size());
    }

    /** With the key of now alone, as the server has it once the previous one is taken away. */
    private static RowCipher cipher(Stack stack) {
        var key = Base64.getDecoder().decode(stack.settings().get("VISIO_MESSAGE_KEY"));
        return new RowCipher(Some.settings(new Settings.Keys(List.of(key), List.of(key))));
    }

    /** @return the old ones */
    private static Map<String, String> rotate(Stack stack) {
        var changed = new HashMap<String, String>();
        for (var name : new String[] {"VISIO_PEPPER", "VISIO_MESSAGE_KEY"}) {
            changed.put(name + "_PREVIOUS", stack.settings().get(name));
            changed.put(name, newKey());
        }
        stack.restart(changed);
        changed.keySet().removeIf(name -> !name.endsWith("_PREVIOUS"));
        return changed;
    }

    private static String newKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void setUpApp(Visitor owner) {
        owner.submit(APP, owner.get(APP).body(), "start", "starts", Map.of("current", Portal.PASSWORD));
        var found = KEY.matcher(owner.get(APP).body());
        assertThat(found.find()).isTrue();
        key = found.group(1).replace(" ", "");
        var confirmed = owner.submit(APP, owner.get(APP).body(), "confirm", "confirms", Map.of("code", code(0)));
        var codes = RESCUE.matcher(confirmed.body());
        assertThat(codes.find()).isTrue();
        rescueCode = codes.group(1);
    }

    private String code(int steps) {
        return new TimeCodes(new Base32().decode(key)).at(clock.instant().plus(TimeCodes.STEP.multipliedBy(steps)));
    }

    private static Portal askWithApp(Stack stack, TestAccount account) {
        var portal = new Portal(stack.address());
        portal.givePassword(account.identifier(), Portal.PASSWORD, "APP");
        return portal;
    }

    private static boolean entered(Portal portal, String code) {
        return portal.giveCode(code)
                .headers()
                .firstValue("Location")
                .filter(to -> to.contains("/pro/"))
                .isPresent();
    }

    private boolean rescued(Portal portal) {
        var page = portal.visitor().get("/code-de-secours").body();
        return portal.visitor()
                .submit("/code-de-secours", page, "rescue", "rescues", Map.of("rescueCode", rescueCode))
                .headers()
                .firstValue("Location")
                .filter(to -> to.contains("/pro/"))
                .isPresent();
    }

    private static void changeCertificate(Stack stack) throws Exception {
        var before = ShownCertificate.at(stack.secureAddress());
        var store = Path.of(stack.settings().get("VISIO_TLS_KEYSTORE"));
        Files.delete(store);
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "new",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=new",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        stack.settings().get("VISIO_TLS_KEYSTORE_PASSWORD"))
                .start();
        assertThat(made.waitFor()).isZero();

        stack.cli("--commands=/subsystem=elytron/key-store=visioKS:load,"
                + "/subsystem=elytron/key-manager=visioKM:init");

        assertThat(ShownCertificate.at(stack.secureAddress())).isNotEqualTo(before);
    }

    private static int look(Stack stack, String link) {
        return new Visitor(stack.address())
                .postJson("/api/guest/look", "{\"token\":\"" + link + "\"}")
                .statusCode();
    }

    private static String log(Path file) throws IOException {
        return Files.readString(file);
    }
}
