package fr.predice.visio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * After all other tests: what they typed, were sent and were called stands in no log, and no link or code in a table.
 */
@Order(Integer.MAX_VALUE)
@Isolated("reads what all others left")
@ExtendWith(StackExtension.class)
class NothingLeaksIT {
    /** Status, bytes and milliseconds of the access log may look like a code. */
    private static final Pattern FIGURES = Pattern.compile("(?m) \\d{3} \\d+ \\d+$");

    private static Tables tables;
    private static List<String> texts;

    @BeforeAll
    static void useTheService(Stack stack) {
        var number = TestAccount.someNumber();
        var account = TestAccount.open(stack);
        new Portal(stack.address()).givePassword(account.identifier(), "not-" + Portal.PASSWORD, "SMS");
        new Portal(stack.address()).signIn(account).invite(number);
        var inbox = Inbox.of(stack.address());
        inbox.linkFor("+33" + number.substring(1));
        texts = inbox.texts();
        tables = new Tables(stack);
    }

    @Test
    void keepsEverythingOutOfTheLogs() throws IOException {
        var secrets = new ArrayList<Pattern>();
        found(Inbox.LINK).map(NothingLeaksIT::exactly).forEach(secrets::add);
        found(Inbox.CODE).map(NothingLeaksIT::code).forEach(secrets::add);
        tables.texts("SELECT mobile FROM account UNION SELECT phone FROM invitation WHERE phone IS NOT NULL").stream()
                .map(NothingLeaksIT::number)
                .forEach(secrets::add);
        tables.texts("SELECT mail FROM account").stream()
                .map(NothingLeaksIT::exactly)
                .forEach(secrets::add);
        secrets.add(exactly(Portal.PASSWORD));
        var logs = logs();

        assertThat(secrets).hasSizeGreaterThan(5);
        assertThat(logs)
                .hasSizeGreaterThan(2)
                .anySatisfy(log -> assertThat(read(log)).contains("POST /connexion 302"));
        assertThat(logs).allSatisfy(log -> {
            var text = FIGURES.matcher(read(log)).replaceAll("");
            assertThat(secrets).noneMatch(secret -> secret.matcher(text).find());
        });
    }

    @Test
    void keepsLinksAndCodesOutOfTheTables() {
        var rows = tables.everyRow();

        assertThat(rows).contains("PASSWORD_REFUSED");
        assertThat(found(Inbox.LINK))
                .isNotEmpty()
                .noneMatch(token -> rows.contains(token) || rows.contains(hex(token)));
        assertThat(found(Inbox.CODE))
                .isNotEmpty()
                .noneMatch(code -> code(code).matcher(rows).find() || rows.contains(hex(code)));
    }

    private static Stream<String> found(Pattern wanted) {
        return texts.stream().map(wanted::matcher).filter(match -> match.find()).map(match -> match.group(1));
    }

    /** Of every server that the tests started. */
    private static List<Path> logs() throws IOException {
        try (var files = Files.walk(Path.of("target"))) {
            return files.filter(file -> file.toString().matches("target/it[^/]*/.*\\.(log|out)"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Pattern exactly(String text) {
        return Pattern.compile(Pattern.quote(text));
    }

    /** Six digits by themselves: not within a number, a hash, or a fraction of a second. */
    private static Pattern code(String digits) {
        return Pattern.compile("(?<![0-9A-Fa-f.,-])" + digits + "(?![0-9A-Fa-f.,-])");
    }

    /** @param e164 however it may be written */
    private static Pattern number(String e164) {
        var digits = String.join("[ .]?", e164.substring(3).split(""));
        return Pattern.compile("(?<!\\d)(?:\\+?33|0)?[ .]?" + digits + "(?!\\d)");
    }

    private static String hex(String text) {
        return Hex.encodeHexString(text.getBytes(StandardCharsets.UTF_8));
    }
}
