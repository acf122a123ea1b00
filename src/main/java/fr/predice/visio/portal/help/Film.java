package fr.predice.visio.portal.help;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.qr.QrCode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The films that the sheets promise: ours, or the site's own at the address it set. */
enum Film {
    CONNECTION(2, 7, Settings.Films::connection),
    USE(3, 7, Settings.Films::use),
    PARTICIPANT(4, 8, Settings.Films::participant);

    private final int sheet;
    private final int lines;
    private final Function<Settings.Films, Optional<URI>> own;

    Film(int sheet, int lines, Function<Settings.Films, Optional<URI>> own) {
        this.sheet = sheet;
        this.lines = lines;
        this.own = own;
    }

    /** Of its captions, which are also its transcript. */
    List<String> keys() {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(line -> "sheets.film." + name().toLowerCase(Locale.ROOT) + "." + line)
                .toList();
    }

    /** Empty while ours is shown. */
    Optional<URI> ownAddress(Settings settings) {
        return own.apply(settings.films());
    }

    /** What its QR code opens: the film on its sheet, in this language, or the site's own. */
    String address(Settings settings, String language) {
        return ownAddress(settings)
                .map(URI::toString)
                .orElseGet(() -> settings.publicAddress() + "/aide/fiche-" + sheet + "?lang=" + language + "#video");
    }

    QrCode code(Settings settings, String language) {
        return QrCode.of(address(settings, language));
    }
}
