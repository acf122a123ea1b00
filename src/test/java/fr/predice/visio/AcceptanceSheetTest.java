package fr.predice.visio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever follows the acceptance sheet looks for its words on the screen. */
class AcceptanceSheetTest {
    private static final Path SHEET = Path.of("src/release/RECETTE.md");
    private static final Pattern LABEL = Pattern.compile("\\*\\*«\\h([^»]+)\\h»\\*\\*");

    @Test
    void quotesThePagesAsTheyAre() throws IOException {
        var onScreen = onScreen();

        var quoted = LABEL.matcher(Files.readString(SHEET))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(quoted).hasSizeGreaterThan(20).allMatch(label -> onScreen.contains(plain(label)));
    }

    private static Set<String> onScreen() {
        return Stream.of("messages", "call", "guest")
                .map(name -> ResourceBundle.getBundle("fr.predice.visio." + name, Locale.FRENCH))
                .flatMap(bundle -> bundle.keySet().stream().map(bundle::getString))
                .map(AcceptanceSheetTest::plain)
                .collect(Collectors.toSet());
    }

    /** One apostrophe and one space, whatever the typography. */
    private static String plain(String label) {
        return label.replace('’', '\'').replaceAll("\\h", " ");
    }
}
