package fr.predice.visio.call.room;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of the invited person's link before they tapped, as their browser told. A robot may have opened it too.
 */
public enum LinkUse {
    /** In a browser that can make the call. */
    OPENED,
    /** In a browser inside another app: most of them give no camera. */
    IN_APP,
    /** In a browser that cannot. */
    UNSUPPORTED;

    public static Optional<LinkUse> of(String word) {
        return Stream.of(values()).filter(use -> use.word().equals(word)).findFirst();
    }

    /** As the protocol writes it: opened, in-app, unsupported. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
