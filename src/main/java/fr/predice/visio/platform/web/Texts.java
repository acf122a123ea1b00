package fr.predice.visio.platform.web;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The texts that Java says itself; pages use the same bundles. A key is in one of them. */
public final class Texts {
    public static final Locale FRENCH = Locale.FRENCH;
    private static final List<String> BUNDLES = Stream.of(
                    "messages",
                    "accounts",
                    "journal",
                    "console",
                    "sessions",
                    "profile",
                    "figures",
                    "verification",
                    "watch",
                    "legal",
                    "sheets",
                    "guest",
                    "cardtrust",
                    "cps",
                    "prosante")
            .map(name -> "fr.predice.visio." + name)
            .toList();
    private static final ResourceBundle.Control ONLY_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {}

    /** @throws java.util.MissingResourceException for an unknown key: a defect, found by the tests */
    public static String get(Locale language, String key, Object... arguments) {
        var pattern = find(language, key)
                .orElseThrow(() -> new MissingResourceException("no such text", BUNDLES.toString(), key));
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, language).format(arguments);
    }

    /** The text as it stands; nothing for an unknown key, as that of a word which a newer version wrote. */
    public static Optional<String> find(Locale language, String key) {
        return BUNDLES.stream()
                .map(name -> ResourceBundle.getBundle(name, language, Texts.class.getClassLoader(), ONLY_ASKED))
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .map(bundle -> bundle.getString(key));
    }

    /** Hours and minutes, said the same way in both languages: "1 h 30 min". */
    public static String duration(Duration duration) {
        return duration(duration, "h", "min");
    }

    /** The same in a language that abbreviates them in its own way. */
    public static String duration(Duration duration, String hour, String minute) {
        var hours = duration.toHours() == 0 ? "" : duration.toHours() + " " + hour;
        var minutes = duration.toMinutesPart() == 0 ? "" : duration.toMinutesPart() + " " + minute;
        return (hours + " " + minutes).strip();
    }
}
