package fr.predice.visio.account.password;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords are refused (ASVS 5.0 6.2, CNIL 2022-100): too short, known from a breach, or made of what is known
 * of the person. Any character will do, and no kind of character is asked for.
 */
@ApplicationScoped
public class PasswordRules {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    /** Below this, a name is in too many words to be anybody's. */
    private static final int SHORTEST_NAME = 4;

    private static final int SHORTEST_REST = 8;

    private final Set<String> common = read();

    public enum Refusal {
        TOO_SHORT,
        TOO_LONG,
        COMMON,
        PERSONAL,
        SAME
    }

    /**
     * @param own what is known of the person: names, mail address, identifier, and the service's name
     * @return why it is refused, or nothing
     */
    public Optional<Refusal> refusal(String password, Collection<String> own) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Refusal.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Refusal.TOO_LONG);
        }
        if (isCommon(password.toLowerCase(Locale.ROOT))) {
            return Optional.of(Refusal.COMMON);
        }
        return isPersonal(plain(password), own) ? Optional.of(Refusal.PERSONAL) : Optional.empty();
    }

    /** Without the words that are known of the person, hardly anything is left. */
    private static boolean isPersonal(String password, Collection<String> own) {
        var rest = own.stream()
                .flatMap(words -> Arrays.stream(words.split("@")[0].split("[\\s._+-]+")))
                .map(PasswordRules::plain)
                .filter(word -> word.length() >= SHORTEST_NAME)
                .reduce(password, (left, word) -> left.replace(word, ""));
        return rest.length() < password.length() && rest.length() < SHORTEST_REST;
    }

    /** On the list, or one of its own pieces again and again. */
    private boolean isCommon(String password) {
        return common.contains(password) || password.matches("(.{1,4})\\1+.{0,3}");
    }

    /** Letters and digits alone, without accents. */
    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Set<String> read() {
        try (var stream = PasswordRules.class.getResourceAsStream("common-passwords.txt");
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            return reader.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
