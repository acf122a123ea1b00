package fr.predice.visio.signin.device;

import fr.predice.visio.platform.web.Texts;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How people are told of a device: "Chrome, Windows". */
public final class DeviceName {
    private DeviceName() {}

    /** @param browser and {@code system} may be empty, see {@link Arrival} */
    public static String of(String browser, String system, Locale language) {
        var told = Stream.of(browser, system).filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
        return told.isEmpty() ? Texts.get(language, "sessions.device.unknown") : told;
    }
}
