package fr.predice.visio.platform.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** A mobile number in E.164, e.g. {@code +33612345678}. */
public record PhoneNumber(String e164) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    /** France, and its overseas departments and territories. */
    private static final Set<Integer> FRENCH_CODES = Set.of(33, 262, 508, 590, 594, 596, 681, 687, 689);

    private static final Pattern SHAPE = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public PhoneNumber {
        if (!SHAPE.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /**
     * Reads what a person typed, e.g. "06 12 34 56 78" or "+262 692 12 34 56".
     *
     * @param regions ISO 3166 regions whose mobiles are allowed; a national number is read in the first where it is
     *     valid: an overseas mobile (0692…) is invalid in FR, while 04 70 12 34 56 is a landline there and a mobile in
     *     BE
     * @throws CountryRefused if it is a mobile of another region
     * @throws NotAMobile if it is no mobile at all
     */
    public static PhoneNumber mobile(String typed, List<String> regions) {
        var number = regions.stream()
                .map(region -> parse(typed, region))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(valid -> NUMBERS.getNumberType(valid) == PhoneNumberType.MOBILE)
                .orElseThrow(NotAMobile::new);
        if (!regions.contains(NUMBERS.getRegionCodeForNumber(number))) {
            throw new CountryRefused();
        }
        return new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    private static Phonenumber.PhoneNumber parse(String typed, String region) {
        try {
            var number = NUMBERS.parse(typed, region);
            return NUMBERS.isValidNumber(number) ? number : null;
        } catch (NumberParseException notANumber) {
            return null;
        }
    }

    /** As the French write it, in pairs: "06 12 34 56 78"; another country's with its code, "+32 470 12 34 56". */
    public String grouped() {
        try {
            var number = NUMBERS.parse(e164, "ZZ");
            return FRENCH_CODES.contains(number.getCountryCode())
                    ? NUMBERS.format(number, PhoneNumberFormat.NATIONAL)
                            .replaceAll("\\D", "")
                            .replaceAll("(..)(?=.)", "$1 ")
                    : NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException cannotHappen) {
            return e164;
        }
    }

    /** Enough for its owner to recognise it, too little for anybody else: "06 •• •• •• 78". */
    public String masked() {
        var grouped = grouped();
        return grouped.substring(0, 2)
                + grouped.substring(2, grouped.length() - 2).replaceAll("\\d", "•")
                + grouped.substring(grouped.length() - 2);
    }

    @Override
    public String toString() {
        return "PhoneNumber[hidden]";
    }
}
