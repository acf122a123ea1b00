package fr.predice.visio.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A given or family name: letters, and what stands between them. Mails greet people by it, so it holds nothing that a
 * mail program would make a link of.
 */
public record PersonName(String text) {
    private static final Pattern SHAPE = Pattern.compile("(?=.{1,60}$)[\\p{L}\\p{M}]+([ '’-]+[\\p{L}\\p{M}]+)*");

    /** Nothing if what was typed is no name. */
    public static Optional<PersonName> read(String typed) {
        var text = typed == null ? "" : typed.strip();
        return SHAPE.matcher(text).matches() ? Optional.of(new PersonName(text)) : Optional.empty();
    }
}
