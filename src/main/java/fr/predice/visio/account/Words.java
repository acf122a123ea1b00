package fr.predice.visio.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A few words on one line, as of a profession or a town: something to read, and nothing that a page or a list would
 * show otherwise than it was typed (control characters, directions of writing).
 */
public record Words(String text) {
    private static final Pattern SHAPE = Pattern.compile("[^\\p{C}\\u2028\\u2029]{1,200}");

    /** Nothing if what was typed is no such words. */
    public static Optional<Words> read(String typed) {
        var text = typed == null ? "" : typed.strip();
        return SHAPE.matcher(text).matches() ? Optional.of(new Words(text)) : Optional.empty();
    }
}
