package fr.predice.visio.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address that mail can be sent to, as far as its shape says (RFC 5321 §4.5.3.1 for the lengths). */
public record MailAddress(String text) {
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{Alnum}.!#$%&'*+/=?^_`{|}~-]{1,64}@([\\p{Alnum}-]{1,63}\\.)+\\p{Alpha}{2,63}");
    private static final int LONGEST = 254;

    /** Nothing if what was typed is no address. */
    public static Optional<MailAddress> read(String typed) {
        var text = typed == null ? "" : typed.strip();
        return text.length() <= LONGEST && SHAPE.matcher(text).matches()
                ? Optional.of(new MailAddress(text))
                : Optional.empty();
    }

    /** The same for two spellings that a mail server takes for one. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }
}
