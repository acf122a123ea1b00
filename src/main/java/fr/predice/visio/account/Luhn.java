package fr.predice.visio.account;

/** The check digit of ISO/IEC 7812-1, annex B, as RPPS and FINESS numbers end with. */
final class Luhn {
    private static final int TEN = 10;

    private Luhn() {}

    static boolean holds(String digits) {
        var sum = 0;
        for (var place = 0; place < digits.length(); place++) {
            var digit = Character.digit(digits.charAt(digits.length() - 1 - place), TEN);
            var weighed = place % 2 == 0 ? digit : digit * 2;
            sum += weighed / TEN + weighed % TEN;
        }
        return sum % TEN == 0;
    }
}
