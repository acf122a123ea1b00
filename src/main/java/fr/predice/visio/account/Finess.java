package fr.predice.visio.account;

import java.util.Locale;
import java.util.Optional;

/**
 * An establishment's number in the national register: nine characters, the last of which is Luhn's check digit. Those
 * of Corsica hold a letter (2A, 2B): their check is not known here, so it is not asked for.
 */
public record Finess(String characters) {
    /** What was typed, with spaces or without; nothing if it cannot be such a number. */
    public static Optional<Finess> read(String typed) {
        var characters = typed == null ? "" : typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        var fits = characters.matches("[0-9]{9}") && Luhn.holds(characters) || characters.matches("2[AB][0-9]{7}");
        return fits ? Optional.of(new Finess(characters)) : Optional.empty();
    }
}
