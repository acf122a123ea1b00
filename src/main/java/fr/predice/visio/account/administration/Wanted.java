package fr.predice.visio.account.administration;

import fr.predice.visio.account.AccountState;
import fr.predice.visio.account.Role;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which accounts are looked for.
 *
 * @param words each of which is in the name, the identifier, the mail address, the professional number or the place
 * @param state null for any
 * @param role null for any
 */
public record Wanted(String words, AccountState state, Role role) implements Serializable {
    private static final int MOST_WORDS = 6;

    public static Wanted all() {
        return new Wanted("", null, null);
    }

    /** Of a number typed in groups, one word. */
    List<String> parts() {
        var typed = words.strip().toLowerCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return List.of();
        }
        return typed.matches("[0-9 ]+")
                ? List.of(typed.replace(" ", ""))
                : Arrays.stream(typed.split("\\s+")).limit(MOST_WORDS).toList();
    }

    /** As identifiers are spelled. */
    static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    Optional<AccountState> inState() {
        return Optional.ofNullable(state);
    }

    Optional<Role> withRole() {
        return Optional.ofNullable(role);
    }

    @Override
    public String toString() {
        return "Wanted";
    }
}
