package fr.predice.visio.platform.prerequisite;

import java.util.regex.Pattern;

/**
 * The browsers that a table may name, in the order in which to look for them: most of them also say that they are the
 * ones below.
 */
public enum Browser implements Product {
    SAMSUNG_INTERNET("Samsung Internet", "SamsungBrowser/(\\d{1,5}(?:\\.\\d{1,5})?)"),
    OPERA("Opera", "(?:OPR|Opera|OPT|OPiOS)[/ ](\\d{1,5})"),
    /** Old Edge says {@code Edge/18}, today's {@code Edg/131}: its versions go on counting, so one floor parts them. */
    EDGE("Edge", "Edg(?:e|A|iOS)?/(\\d{1,5})"),
    FIREFOX("Firefox", "Firefox/(\\d{1,5})"),
    INTERNET_EXPLORER("Internet Explorer", "(?:MSIE |Trident/.*rv:)(\\d{1,5})"),
    CHROME("Chrome", "Chrome/(\\d{1,5})"),
    /** On an iPhone all browsers are this one underneath; those that do not say its version stay unlisted. */
    SAFARI("Safari", "AppleWebKit.*Version/(\\d{1,5}(?:\\.\\d{1,5})?).*Safari/");

    private final String label;
    private final Pattern sign;

    Browser(String label, String sign) {
        this.label = label;
        this.sign = Pattern.compile(sign);
    }

    @Override
    public String label() {
        return label;
    }

    Pattern sign() {
        return sign;
    }
}
