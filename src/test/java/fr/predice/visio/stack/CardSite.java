package fr.predice.visio.stack;

import fr.predice.visio.support.TestAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A server of the tests that reads the cards of an authority of theirs: one for all tests of the run that ask for it,
 * stopped at its end.
 */
public record CardSite(Stack stack, TestAuthority authority) implements AutoCloseable {
    /** An address of this machine whose word on a card is taken. */
    public static final String PROXY = "127.0.0.9";

    public static final String PROXY_HEADER = "X-Card-Certificate";

    /** Its support answers on one day of the week, the day after tomorrow. */
    public static final DayOfWeek SUPPORT_DAY =
            LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(2).getDayOfWeek();

    private static final String CLOSED =
            SUPPORT_DAY.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 2) + " 08:00-20:00";

    private static final Path LISTENER = Path.of("wildfly-config/optional/35-card-listener.cli");

    private static CardSite start() {
        try {
            var directory = Files.createTempDirectory(Path.of("target"), "cards");
            var authority = TestAuthority.create();
            var settings = new HashMap<>(authority.settings(directory));
            // Of a card that names none, the list decides.
            settings.put("VISIO_CARD_OCSP", "certificate");
            settings.put("VISIO_CARD_OCSP_SILENT", "list");
            settings.put("VISIO_CARD_PROXY", PROXY + "=" + PROXY_HEADER);
            settings.put("VISIO_SUPPORT_OPENING", CLOSED);
            var stack = Stack.startWithCards("it-cards", settings);
            stack.cli("--file=" + LISTENER);
            return new CardSite(stack, authority);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The portal, as browsers come to it. */
    public String address() {
        return stack.secureAddress();
    }

    /** {@code https://…}: where cards are read. */
    public String cardAddress() {
        return stack.settings().get("VISIO_CARD_URL");
    }

    /** The list of the cards that are revoked by now, for the server to read within seconds. */
    public void publishList() {
        try {
            var list = Path.of(stack.settings().get("VISIO_CARD_CRL"));
            var written = Files.write(list.resolveSibling("next.crl"), authority.list());
            Files.move(written, list, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        stack.close();
    }

    /** Gives a test that server as a parameter. */
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == CardSite.class;
        }

        @Override
        public CardSite resolveParameter(ParameterContext parameter, ExtensionContext test) {
            var store = test.getRoot().getStore(Namespace.create(CardSite.class));
            return store.computeIfAbsent(CardSite.class, key -> start(), CardSite.class);
        }
    }
}
