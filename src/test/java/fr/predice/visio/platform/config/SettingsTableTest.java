package fr.predice.visio.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PARAMETRES.md says what the code does: every variable, its default, and an example that is right. */
class SettingsTableTest {
    private static final Pattern VARIABLE = Pattern.compile("VISIO_[A-Z_]*[A-Z]");
    private static final Pattern OF_THE_SERVER =
            Pattern.compile("\\$\\{env\\.(VISIO_[A-Z_]+):((?:[^{}]|\\$\\{[^{}]*})*)}");

    @TempDir
    private static Path files;

    private static final Map<String, String> EXAMPLES = new HashMap<>();

    private final Map<String, String> site = new HashMap<>();

    @BeforeAll
    static void makeEachExample() throws IOException, InterruptedException {
        for (var row : SettingsTable.ours().rows()) {
            EXAMPLES.put(row.name(), row.made() ? made(row) : value(row));
        }
    }

    @BeforeEach
    void setEachExample() {
        site.putAll(EXAMPLES);
    }

    @Test
    void holdsEachVariableThatIsReadAndNoOther() throws IOException {
        var read = new TreeSet<>(server().keySet());
        for (var reader : listed("src/main/java/fr/predice/visio/platform/config", ".java")) {
            VARIABLE.matcher(Files.readString(reader))
                    .results()
                    .map(MatchResult::group)
                    .forEach(read::add);
        }

        assertThat(names()).containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void givesExamplesThatAreRightTogether() {
        assertThat(refusals()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsTheDefaultThatTheCodeUses(SettingsTable.Row row) throws IOException {
        if (row.name().equals("VISIO_TURN_URLS")) {
            // No call is relayed without a relay.
            site.remove("VISIO_RELAY_ONLY");
        }
        if (row.name().equals("VISIO_ACCESSIBILITY_AUDIT")) {
            // No rate is measured without an audit.
            site.remove("VISIO_ACCESSIBILITY_RATE");
        }
        var withIt = read();
        site.remove(row.name());

        if (server().containsKey(row.name())) {
            // The server would take an empty one as it is.
            site.put(row.name(), " ");
            assertThatThrownBy(this::read).hasMessageStartingWith(row.name() + ": is empty");
            assertThat(defaultOf(row)).isEqualTo(server().get(row.name()).strip());
        } else if (row.required()) {
            assertThatThrownBy(this::read).hasMessageStartingWith(row.name() + ": is required and missing");
        } else if (row.standard().startsWith("`")) {
            var without = read();
            site.put(row.name(), SettingsTable.quoted(row.standard()));
            assertThat(read()).usingRecursiveComparison().isEqualTo(without);
        } else {
            assertThat(row.standard()).startsWith("aucun");
            assertThat(read()).usingRecursiveComparison().isNotEqualTo(withIt);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isWhole(SettingsTable.Row row) {
        assertThat(row.meaning()).isNotBlank();
        assertThat(row.unit()).isNotBlank();
        assertThat(row.since()).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachOfThemWrongStopsTheStart(SettingsTable.Row row) {
        var wrong = WrongSettings.of(row.name());
        site.put(row.name(), wrong);

        assertThat(refusals())
                .singleElement()
                .satisfies(
                        line -> assertThat(line).startsWith(row.name() + ": ").doesNotContain(wrong, "\n"));
    }

    private static Iterable<SettingsTable.Row> rows() {
        return SettingsTable.ours().rows();
    }

    private static Set<String> names() {
        var names = new TreeSet<String>();
        SettingsTable.ours().rows().forEach(row -> names.add(row.name()));
        return names;
    }

    /** Variables of the server's own configuration, with their defaults. */
    private static Map<String, String> server() throws IOException {
        var defaults = new TreeMap<String, String>();
        var files = new ArrayList<Path>();
        listed("wildfly-config", ".cli").forEach(files::add);
        files.add(Path.of("src/main/webapp/WEB-INF/jboss-web.xml"));
        for (var script : files) {
            OF_THE_SERVER.matcher(Files.readString(script)).results().forEach(found -> {
                var other = defaults.put(found.group(1), found.group(2));
                assertThat(other).as(found.group(1)).isIn(null, found.group(2));
            });
        }
        return defaults;
    }

    /** Nothing where the table says that there is none. */
    private static String defaultOf(SettingsTable.Row row) {
        return row.standard().startsWith("`") ? SettingsTable.quoted(row.standard()) : "";
    }

    private static Iterable<Path> listed(String directory, String end) throws IOException {
        try (Stream<Path> tree = Files.walk(Path.of(directory))) {
            return tree.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    private static String value(SettingsTable.Row row) throws IOException {
        var example = SettingsTable.quoted(row.example());
        if (!row.unit().equals("chemin")) {
            return example;
        }
        var file = files.resolve(Path.of(example).getFileName());
        return Files.writeString(file, "browser.chrome=80\n").toString();
    }

    /** By the command that the table gives. */
    private static String made(SettingsTable.Row row) throws IOException, InterruptedException {
        var command = new ProcessBuilder(SettingsTable.quoted(row.example()).split(" ")).start();
        var output = new String(command.getInputStream().readAllBytes()).strip();
        assertThat(command.waitFor()).isZero();
        return output;
    }

    private Settings read() {
        return new SettingsReader(this::find).read();
    }

    private List<String> refusals() {
        return new Refusals(this::find).all();
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(site.get(name));
    }
}
