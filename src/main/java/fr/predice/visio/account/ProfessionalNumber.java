package fr.predice.visio.account;

import java.util.Optional;

/**
 * A professional's own number in the national directory: RPPS, of eleven digits that hold Luhn's check, or ADELI, of
 * nine digits for which no check is known. A right number proves nobody: it is public.
 */
public record ProfessionalNumber(String digits) {
    private static final int RPPS = 11;
    private static final int ADELI = 9;

    /** What was typed, with spaces or dots or without; nothing if it cannot be such a number. */
    public static Optional<ProfessionalNumber> read(String typed) {
        var digits = typed == null ? "" : typed.replaceAll("[\\s.-]", "");
        var fits =
                digits.matches("[0-9]+") && (digits.length() == ADELI || digits.length() == RPPS && Luhn.holds(digits));
        return fits ? Optional.of(new ProfessionalNumber(digits)) : Optional.empty();
    }

    /**
     * The number in a national identifier, as cards and Pro Santé Connect tell it: 8 before an RPPS number, 0 before an
     * ADELI one. Nothing if it holds neither.
     */
    public static Optional<ProfessionalNumber> ofNationalIdentifier(String identifier) {
        return identifier.matches("8[0-9]{" + RPPS + "}|0[0-9]{" + ADELI + "}")
                ? read(identifier.substring(1))
                : Optional.empty();
    }

    public boolean rpps() {
        return digits.length() == RPPS;
    }
}
