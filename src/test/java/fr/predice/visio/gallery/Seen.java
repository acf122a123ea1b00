package fr.predice.visio.gallery;

import com.microsoft.playwright.Page;
import fr.predice.visio.support.Tongue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The product's own words that a picture shows, kept beside the tests: once one of them changes, the picture has aged.
 * Names, hours and numbers are nobody's text and are left out, so that every machine sees the same.
 */
final class Seen {
    private static final List<String> BUNDLES = List.of("messages", "call", "guest", "profile");

    /** The texts inside the window, one per line of the answer's list. */
    private static final String TEXTS = """
            ([left, top, right, bottom]) => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const texts = [];
              const range = document.createRange();
              while (walker.nextNode()) {
                range.selectNodeContents(walker.currentNode);
                const box = range.getBoundingClientRect();
                if (box.width > 1 && box.height > 1 && box.right > left && box.left < right && box.bottom > top
                    && box.top < bottom) {
                  texts.push(walker.currentNode.data.trim());
                }
              }
              return texts;
            }""";

    private final Map<String, TreeSet<String>> keys = new TreeMap<>();
    private final Tongue tongue;

    Seen(Tongue tongue) {
        this.tongue = tongue;
    }

    /** @param box left, top, right and bottom, in pixels of the window */
    void look(Page page, String picture, Double... box) {
        var texts = (List<?>) page.evaluate(TEXTS, List.of(box));
        var found = keys.computeIfAbsent(picture, name -> new TreeSet<>());
        for (var bundle : BUNDLES) {
            tongue.all(bundle).forEach((key, text) -> {
                if (texts.contains(text.strip())) {
                    found.add(bundle + "/" + key + "=" + text);
                }
            });
        }
    }

    /** One file a picture: {@code bundle/key=text} lines, in order. */
    void keep() {
        keys.forEach((picture, found) -> {
            try {
                var file = Path.of("src/test/resources/fr/predice/visio/gallery", folder(tongue), picture + ".txt");
                Files.createDirectories(file.getParent());
                Files.write(file, found);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    static String folder(Tongue tongue) {
        return tongue == Tongue.FRENCH ? "fr" : "en";
    }

    /** Where the pictures and films of this language are. */
    static Path assets(Tongue tongue) {
        return Path.of("src/main/webapp/assets/help", folder(tongue));
    }
}
