package fr.predice.visio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Pattern VARIABLE = Pattern.compile("VISIO_[A-Z_]+");

    @Test
    void listsEverySettingAndNoOther() throws IOException {
        var read = new TreeSet<String>();
        try (var readers = Files.newDirectoryStream(Path.of("src/main/java/fr/predice/visio/platform/config"))) {
            readers.forEach(reader -> read.addAll(named(reader)));
        }
        for (var folder : List.of("wildfly-config", "wildfly-config/optional")) {
            try (var scripts = Files.newDirectoryStream(Path.of(folder), "*.cli")) {
                scripts.forEach(script -> read.addAll(named(script)));
            }
        }

        assertThat(named(Path.of("README.md"))).isEqualTo(read);
    }

    private static Set<String> named(Path file) {
        try {
            return VARIABLE.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
