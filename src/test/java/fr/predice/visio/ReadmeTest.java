package fr.predice.visio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.platform.config.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
<<<<<<< HEAD
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
=======
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
>>>>>>> 90f6ed9 (Hold all settings in one table, and tell all that is wrong at once)
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README and the sheets for hospital IT call a setting is one. */
class ReadmeTest {
    private static final Pattern VARIABLE = Pattern.compile("\\bVISIO_[A-Z_]*[A-Z]\\b");

    @Test
<<<<<<< HEAD
    void listsEverySettingAndNoOther() throws IOException {
        var read = new TreeSet<String>();
        try (var readers = Files.newDirectoryStream(Path.of("src/main/java/fr/predice/visio/platform/config"))) {
            readers.forEach(reader -> read.addAll(named(reader)));
        }
        for (var folder : List.of("wildfly-config", "wildfly-config/optional")) {
            try (var scripts = Files.newDirectoryStream(Path.of(folder), "*.cli")) {
                scripts.forEach(script -> read.addAll(named(script)));
            }
=======
    void namesNoSettingThatDoesNotExist() throws IOException {
        var sheets = new ArrayList<>(List.of(Path.of("README.md")));
        try (var tree = Files.walk(Path.of("src/release"))) {
            tree.filter(file -> file.toString().endsWith(".md")).forEach(sheets::add);
>>>>>>> 90f6ed9 (Hold all settings in one table, and tell all that is wrong at once)
        }

        for (var sheet : sheets) {
            var named = VARIABLE.matcher(Files.readString(sheet))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(SettingsTable.ours().unknown(named)).as(sheet.toString()).isEmpty();
        }
    }
}
