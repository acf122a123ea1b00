package fr.predice.visio.support;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;

/** Looks for thousands of secrets in one reading of a text. */
public final class SecretSearch {
    private static final Pattern WORD = Pattern.compile("[\\w.+-]+(?:@[\\w.-]+)?");

    /** Six digits by themselves: not within a number, a hash, or a fraction of a second. */
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Fa-f.,-])\\d{6}(?![0-9A-Fa-f.,-])");

    /** However it may be written, from every digit on that begins one. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)(?=(?:\\+?33|0)?[ .]?([1-9](?:[ .]?\\d){8})(?!\\d))");

    private final Map<Integer, Set<String>> parts = new HashMap<>();
    private final Set<String> codes = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    /** @param secret letters, digits, {@code _ - . + @}: found within any word */
    public SecretSearch part(String secret) {
        parts.computeIfAbsent(secret.length(), length -> new HashSet<>()).add(secret);
        return this;
    }

    /** The same, as text and as its bytes in hexadecimal digits. */
    public SecretSearch partOrHex(String secret) {
        return part(secret).part(hex(secret));
    }

    /** @param digits six */
    public SecretSearch code(String digits) {
        codes.add(digits);
        return this;
    }

    public SecretSearch codeOrHex(String digits) {
        return code(digits).part(hex(digits));
    }

    /** @param e164 a French number */
    public SecretSearch number(String e164) {
        numbers.add(e164.substring(3));
        return this;
    }

    public int secrets() {
        return codes.size()
                + numbers.size()
                + parts.values().stream().mapToInt(Set::size).sum();
    }

    /** The first secret in the text. */
    public Optional<String> in(String text) {
        return Stream.of(
                        CODE.matcher(text).results().map(MatchResult::group).filter(codes::contains),
                        NUMBER.matcher(text)
                                .results()
                                .map(found -> found.group(1).replaceAll("[ .]", ""))
                                .filter(numbers::contains),
                        WORD.matcher(text).results().map(MatchResult::group).flatMap(this::partsOf))
                .flatMap(found -> found)
                .findFirst();
    }

    private Stream<String> partsOf(String word) {
        return parts.entrySet().stream()
                .flatMap(sized -> windows(word, sized.getKey()).filter(sized.getValue()::contains));
    }

    private static Stream<String> windows(String word, int length) {
        return Stream.iterate(0, start -> start + length <= word.length(), start -> start + 1)
                .map(start -> word.substring(start, start + length));
    }

    private static String hex(String text) {
        return Hex.encodeHexString(text.getBytes(StandardCharsets.UTF_8));
    }
}
