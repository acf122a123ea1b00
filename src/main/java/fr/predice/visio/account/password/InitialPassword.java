package fr.predice.visio.account.password;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The password that a new account starts with: four groups of four letters and digits that nobody takes for one
 * another, 79 bits. It is mailed, serves for three days, and is changed at the first sign-in (ASVS 5.0 6.4.1).
 */
public final class InitialPassword {
    public static final Duration VALIDITY = Duration.ofHours(72);

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private InitialPassword() {}

    public static String random() {
        return IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(GROUP, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
