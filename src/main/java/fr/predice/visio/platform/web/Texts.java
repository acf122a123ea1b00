package fr.predice.visio.platform.web;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts that Java says itself; pages use the same bundle. */
public final class Texts {
    public static final Locale FRENCH = Locale.FRENCH;
    private static final String BUNDLE = "fr.predice.visio.messages";
    private static final ResourceBundle.Control ONLY_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {}

    /** @throws java.util.MissingResourceException for an unknown key: a defect, found by the tests */
    public static String get(Locale language, String key, Object... arguments) {
        var pattern = ResourceBundle.getBundle(BUNDLE, language, Texts.class.getClassLoader(), ONLY_ASKED)
                .getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, language).format(arguments);
    }

    /** Hours and minutes, said the same way in both languages: "1 h 30 min". */
    public static String duration(Duration duration) {
        var hours = duration.toHours() == 0 ? "" : duration.toHours() + " h";
        var minutes = duration.toMinutesPart() == 0 ? "" : duration.toMinutesPart() + " min";
        return (hours + " " + minutes).strip();
    }
}
