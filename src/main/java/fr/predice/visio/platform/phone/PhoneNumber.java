package fr.predice.visio.platform.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** A mobile number in E.164, e.g. {@code +33612345678}. */
public record PhoneNumber(String e164) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern SHAPE = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public PhoneNumber {
        if (!SHAPE.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /**
     * Reads what a person typed, e.g. "06 12 34 56 78" or "+262 692 12 34 56".
     *
     * @param regions ISO 3166 regions whose mobiles are allowed; a national number is read in each in turn, because an
     *     overseas mobile (0692…) is invalid in region FR
     * @throws CountryRefused if it is a mobile of another region
     * @throws NotAMobile if it is no mobile at all
     */
    public static PhoneNumber mobile(String typed, List<String> regions) {
        var mobiles = regions.stream()
                .map(region -> parse(typed, region))
                .filter(Objects::nonNull)
                .filter(number -> NUMBERS.getNumberType(number) == PhoneNumberType.MOBILE)
                .toList();
        if (mobiles.isEmpty()) {
            throw new NotAMobile();
        }
        return mobiles.stream()
                .filter(number -> regions.contains(NUMBERS.getRegionCodeForNumber(number)))
                .findFirst()
                .map(number -> new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                .orElseThrow(CountryRefused::new);
    }

    private static Phonenumber.PhoneNumber parse(String typed, String region) {
        try {
            var number = NUMBERS.parse(typed, region);
            return NUMBERS.isValidNumber(number) ? number : null;
        } catch (NumberParseException notANumber) {
            return null;
        }
    }

    /** As the French write it, in pairs: "06 12 34 56 78". Plain spaces. */
    public String grouped() {
        try {
            return NUMBERS.format(NUMBERS.parse(e164, "ZZ"), PhoneNumberFormat.NATIONAL)
                    .replaceAll("\\D", "")
                    .replaceAll("(..)(?=.)", "$1 ");
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
