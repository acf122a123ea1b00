package fr.predice.visio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.platform.config.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README and the sheets for hospital IT call a setting is one. */
class ReadmeTest {
    private static final Pattern VARIABLE = Pattern.compile("\\bVISIO_[A-Z_]*[A-Z]\\b");

    @Test
    void namesNoSettingThatDoesNotExist() throws IOException {
        var sheets = new ArrayList<>(List.of(Path.of("README.md")));
        try (var tree = Files.walk(Path.of("src/release"))) {
            tree.filter(file -> file.toString().endsWith(".md")).forEach(sheets::add);
        }
        read.addAll(named(Path.of("src/main/webapp/WEB-INF/jboss-web.xml")));

        for (var sheet : sheets) {
            var named = VARIABLE.matcher(Files.readString(sheet))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(SettingsTable.ours().unknown(named)).as(sheet.toString()).isEmpty();
        }
    }
}
