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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README and the sheets for hospital IT call a setting is one. */
class ReadmeTest {
    private static final Pattern VARIABLE = Pattern.compile("\\bVISIO_[A-Z_]*[A-Z]\\b");

    @Test
    void namesNoSettingThatDoesNotExist() throws IOException {
        var scripts = new ArrayList<String>();
        for (var script : files(".sh", ".sql")) {
            scripts.addAll(named(script));
        }

        for (var sheet : files(".md")) {
            var named = new ArrayList<>(named(sheet));
            named.removeAll(scripts);
            assertThat(SettingsTable.ours().unknown(named)).as(sheet.toString()).isEmpty();
        }
    }

    private static List<Path> files(String... ends) throws IOException {
        try (var release = Files.walk(Path.of("src/release"));
                var sql = Files.walk(Path.of("sql"))) {
            return Stream.of(Stream.of(Path.of("README.md")), release, sql)
                    .flatMap(paths -> paths)
                    .filter(file -> Stream.of(ends).anyMatch(file.toString()::endsWith))
                    .toList();
        }
    }

    private static List<String> named(Path file) throws IOException {
        return VARIABLE.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
