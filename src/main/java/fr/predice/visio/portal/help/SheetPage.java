package fr.predice.visio.portal.help;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.qr.QrCode;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.List;

/** What the help sheets say on this site. */
@Named
@RequestScoped
public class SheetPage {
    @Inject
    private Settings settings;

    @Inject
    private Language language;

    /** A sentence of the sheets, with the site's names and without marks. */
    public String say(String key) {
        return Texts.get(
                language.getLocale(),
                key,
                settings.branding().name(),
                settings.publicAddress(),
                settings.branding().videoTile());
    }

    /** The same, in its parts. */
    public List<Words> parts(String key) {
        return Words.of(say(key));
    }

    public String getFolder() {
        return language.getTag();
    }

    /** Null where ours is shown. */
    public String ownFilm(String film) {
        return Film.valueOf(film).ownAddress(settings).map(URI::toString).orElse(null);
    }

    public QrCode code(String film) {
        return Film.valueOf(film).code(settings, language.getTag());
    }

    public List<String> transcript(String film) {
        return Film.valueOf(film).keys().stream()
                .map(key -> Texts.get(language.getLocale(), key))
                .toList();
    }
}
