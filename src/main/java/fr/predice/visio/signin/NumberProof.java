package fr.predice.visio.signin;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whoever asks for an account types their number, and may type that of somebody else. The first who proves the number,
 * by a card or by Pro Santé Connect, is let in where they have the account's name too; after that the number alone
 * tells, whatever becomes of the names.
 */
@ApplicationScoped
public class NumberProof {
    @Inject
    private Accounts accounts;

    /**
     * Whether the account, which has the number, is that of whoever proved it just now.
     *
     * @param givenName as told with the number, as {@code familyName}; an empty one is nobody's
     */
    public boolean holds(Account account, String givenName, String familyName) {
        return account.isNumberProved() || fits(account.displayName(), givenName, familyName);
    }

    /** They came in. */
    void remember(Account account) {
        if (!account.isNumberProved()) {
            accounts.proveNumber(account.id());
        }
    }

    /**
     * Some of both names, and nothing of another person's: one side may have more names than the other, as those of
     * birth and of use are. Accents, hyphens and case make no difference.
     */
    static boolean fits(String displayName, String givenName, String familyName) {
        var account = words(displayName);
        var given = words(givenName);
        var family = words(familyName);
        var told = new HashSet<>(given);
        told.addAll(family);
        return !Collections.disjoint(account, family)
                && !Collections.disjoint(account, given)
                && (account.containsAll(family) || told.containsAll(account));
    }

    private static Set<String> words(String name) {
        var plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe")
                .replace("æ", "ae");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
