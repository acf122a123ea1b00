package fr.predice.visio.account;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;

/** How a person's identifier is made of their name. */
final class Identifiers {
    private static final int LONGEST_STEM = 80;

    private Identifiers() {}

    /** "Élodie", "Le Goff" give {@code elodie.le-goff}. */
    static String stem(String givenName, String familyName) {
        var stem = plain(givenName) + "." + plain(familyName);
        return stem.substring(0, Math.min(stem.length(), LONGEST_STEM));
    }

    private static String plain(String name) {
        var letters = Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return letters.isEmpty() ? "x" : letters;
    }

    static String free(String stem, Collection<String> taken) {
        return taken.contains(stem)
                ? IntStream.iterate(2, count -> count + 1)
                        .mapToObj(count -> stem + count)
                        .filter(identifier -> !taken.contains(identifier))
                        .findFirst()
                        .orElseThrow()
                : stem;
    }
}
