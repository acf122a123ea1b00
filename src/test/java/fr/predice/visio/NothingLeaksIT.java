package fr.predice.visio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.SecretSearch;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        var search = new SecretSearch().part(Portal.PASSWORD);
        found(Inbox.LINK).forEach(search::part);
        found(Inbox.CODE).forEach(search::code);
        tables.texts("SELECT mobile FROM account UNION SELECT phone FROM invitation WHERE phone IS NOT NULL")
                .forEach(search::number);
        tables.texts("SELECT mail FROM account").forEach(search::part);
        var logs = logs();

        assertThat(search.secrets()).isGreaterThan(5);
        assertThat(logs)
                .hasSizeGreaterThan(2)
                .anySatisfy(log -> assertThat(read(log)).contains("POST /connexion 302"));
        assertThat(logs)
                .allSatisfy(
                        log -> assertThat(search.in(FIGURES.matcher(read(log)).replaceAll("")))
                                .isEmpty());
    }

    @Test
    void keepsLinksAndCodesOutOfTheTables() {
        var rows = tables.everyRow();

        assertThat(rows).contains("PASSWORD_REFUSED");
        var search = new SecretSearch();
        found(Inbox.LINK).forEach(search::partOrHex);
        found(Inbox.CODE).forEach(search::codeOrHex);
        assertThat(search.secrets()).isGreaterThan(3);
        assertThat(search.in(rows)).isEmpty();
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
}
