package fr.predice.visio.portal;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The terms of use: the site's own text, in the language it wrote it in, or ours. */
@Named
@RequestScoped
public class TermsPage {
    @Inject
    private Settings settings;

    @Inject
    private Language language;

    public String getVersion() {
        return settings.terms().version();
    }

    /** Apart by empty lines. */
    public List<String> getParagraphs() {
        var text = settings.terms().text().map(TermsPage::read).orElseGet(this::ours);
        return List.of(text.strip().split("\\R\\s*\\R"));
    }

    private String ours() {
        return Texts.get(language.getLocale(), "terms.text");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
