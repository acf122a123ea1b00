package fr.predice.visio.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The code and the pages, and the keys that they name.
 *
 * @param written all of it
 * @param literals what stands in quotes in it and could be a key, or the beginning of one
 * @param said each word in it, in small letters: a constant's name may be the end of a key
 */
record Sources(String written, Set<String> literals, Set<String> said) {
    private static final Pattern LITERAL = Pattern.compile("['\"]([\\w.-]+)['\"]");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final String SPECIFICATION = "jakarta.faces.";

    static final Sources SAID = read();

    /**
     * Whole; or put together from a beginning, one word, and perhaps an end. The specification's own are asked for by
     * it.
     */
    boolean names(String key) {
        return key.startsWith(SPECIFICATION) || literals.contains(key) || isPutTogether(key);
    }

    /** The keys that pages ask this bundle for, as they stand there. */
    Stream<String> asked(String bundle) {
        return Pattern.compile("\\b" + bundle + "\\['([\\w.-]+)']")
                .matcher(written)
                .results()
                .map(found -> found.group(1))
                .distinct();
    }

    private boolean isPutTogether(String key) {
        return literals.stream()
                .filter(beginning -> beginning.contains(".") && key.startsWith(beginning))
                .map(beginning -> key.substring(beginning.length()).split("[.-]"))
                .anyMatch(words -> Stream.of(words)
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .allMatch(said::contains));
    }

    private static Sources read() {
        var written =
                files("src/main/java", "src/main/webapp").map(Sources::text).collect(Collectors.joining("\n"));
        var literals =
                LITERAL.matcher(written).results().map(found -> found.group(1)).collect(Collectors.toSet());
        var said = WORD.matcher(written.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        return new Sources(written, literals, said);
    }

    static Stream<Path> files(String... folders) {
        return Stream.of(folders).flatMap(folder -> {
            try (var all = Files.walk(Path.of(folder))) {
                return all
                        .filter(file -> List.of("java", "xhtml", "js").stream()
                                .anyMatch(ending -> file.toString().endsWith("." + ending)))
                        .toList()
                        .stream();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
