package fr.predice.visio.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * One file of texts.
 *
 * @param name of the bundle, as pages call it
 * @param language a tag; "fr" for the file that has none in its name
 * @param texts by key, in the order of the file
 */
record Bundle(String name, String language, Map<String, String> texts) {
    private static final Path FOLDER = Path.of("src/main/resources/fr/predice/visio");
    private static final String ENDING = ".properties";

    /** Those that are written in French and translated: a file without any translation holds values, not texts. */
    static List<Bundle> french() {
        return files().filter(file -> !file.contains("_"))
                .filter(file -> Files.exists(FOLDER.resolve(file + "_en" + ENDING)))
                .map(file -> new Bundle(file, "fr", read(file)))
                .toList();
    }

    /** Every other language of this bundle. A file that only says that French is the other one's has no texts. */
    List<Bundle> translations() {
        return files().filter(file -> file.matches(name + "_[a-z]{2}"))
                .map(file -> new Bundle(name, file.substring(name.length() + 1), read(file)))
                .filter(bundle -> !bundle.texts().isEmpty())
                .toList();
    }

    List<String> keys() {
        return List.copyOf(texts.keySet());
    }

    @Override
    public String toString() {
        return name + " (" + language + ")";
    }

    private static Stream<String> files() {
        try (var listed = Files.list(FOLDER)) {
            return listed
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> read(String file) {
        var inOrder = new LinkedHashMap<String, String>();
        var twice = new ArrayList<String>();
        var reader = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                if (inOrder.put((String) key, (String) value) != null) {
                    twice.add((String) key);
                }
                return null;
            }
        };
        try (var text = Files.newBufferedReader(FOLDER.resolve(file + ENDING))) {
            reader.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!twice.isEmpty()) {
            throw new IllegalStateException(file + " says twice: " + twice);
        }
        return inOrder;
    }
}
