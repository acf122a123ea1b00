package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The zip that hospitals get. That its sums are right is shown by {@link InstallIT}. */
class ReleaseIT {
    private static final Pattern LICENCE = Pattern.compile("(?m)^\\| (\\S+:\\S+)[^|]*\\| (\\S+) \\| (.*) \\|$");
    private static final Pattern FOR_PAYARA =
            Pattern.compile("(?m)^\\| `payara/lib` ([a-z0-9-]+) \\| \\S+ \\| `(.*)` \\|$");
    private static final Pattern TEXT = Pattern.compile("`([^`]+)`");

    private static final String BUILD_AGAIN = """
            umask 077
            find pom.xml LICENSE CHANGELOG.md sql src/main src/release src/assembly wildfly-config \\
                target/sbom.cdx.json target/classes -type f \\
                | sort --reverse \\
                | tar --create --files-from=- --mode=u=rwX,go= --mtime=2001-01-01 \\
                | tar --extract --directory "$1"
            cd "$1"
            mvn -B -o -q -Prelease package -Dmaven.main.skip -Dmaven.test.skip -Dexec.skip""";

    private static ZipFile zip;
    private static String folder;

    @BeforeAll
    static void open() throws IOException {
        zip = new ZipFile(System.getProperty("release.zip"));
        folder = zip.entries().nextElement().getName();
    }

    @AfterAll
    static void close() throws IOException {
        zip.close();
    }

    @Test
    void holdsAllThatIsInstalled() {
        assertThat(zip.stream().map(ZipEntry::getName))
                .contains(
                        folder + "INSTALL.md",
                        folder + "visio-securisee.war",
                        folder + "sql/roles.sql",
                        folder + "sbom.cdx.json",
                        folder + "SHA256SUMS",
                        folder + "LICENSE",
                        folder + "wildfly/visio.service",
                        folder + "payara/start.sh",
                        folder + "payara/LISEZMOI.md",
                        folder + "wildfly-config/undo/10-datasource.cli",
                        folder + "wildfly-config/server-content/modules/org/postgresql/main/postgresql.jar");
    }

    /**
     * By somebody else, elsewhere, at another hour, from files that came in another order. Not again are what the
     * compiler makes and the SBOM: the next test looks at that one.
     */
    @Test
    void isTheSameWhenItIsBuiltAgain() throws IOException {
        var elsewhere = Path.of("target/it-release").toAbsolutePath();
        ServerCopy.deleteTree(elsewhere);
        OwnerOnly.directory(elsewhere);
        var build = new ProcessBuilder("bash", "-euo", "pipefail", "-c", BUILD_AGAIN, "build", elsewhere.toString());
        build.environment().put("TZ", "Asia/Tokyo");

        Ran.of(build).succeeds();

        var built = Path.of(System.getProperty("release.zip"));
        assertThat(elsewhere.resolve("target").resolve(built.getFileName())).hasSameBinaryContentAs(built);
        ServerCopy.deleteTree(elsewhere);
    }

    /** What would differ between two builds: times, the order of a directory, random numbers. */
    @Test
    void hasNothingOfItsOwnBuildInIt() throws IOException {
        var time = OffsetDateTime.parse(System.getProperty("release.time")).toLocalDateTime();
        assertThat(zip.stream().map(ZipEntry::getTimeLocal)).containsOnly(time);
        try (var war = new ZipInputStream(zip.getInputStream(zip.getEntry(folder + "visio-securisee.war")))) {
            for (var entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(time);
            }
        }
        assertThat(zip.stream()
                        .filter(entry -> !entry.isDirectory())
                        .map(entry -> entry.getName().replace('/', '\0'))
                        .filter(name -> !name.endsWith(".sh")))
                .isSorted();
        assertThat(sbom()).doesNotContainKey("serialNumber");
        assertThat(sbom().getJsonObject("metadata")).doesNotContainKey("timestamp");
    }

    @Test
    void saysUnderWhichLicenceEachLibraryIs() throws IOException {
        var listed = LICENCE.matcher(text("licences/LISEZMOI.md"))
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2), (a, b) -> a, TreeMap::new));

        assertThat(listed)
                .isEqualTo(sbom().getJsonArray("components").getValuesAs(JsonObject.class).stream()
                        .collect(Collectors.toMap(
                                one -> one.getString("group") + ":" + one.getString("name"),
                                ReleaseIT::licence,
                                (a, b) -> a,
                                TreeMap::new)));
        assertThat(texts())
                .allSatisfy(name -> assertThat(zip.getEntry(folder + "licences/" + name))
                        .as(name)
                        .isNotNull());
    }

    @Test
    void saysUnderWhichLicenceEachLibraryForPayaraIs() throws IOException {
        var sheet = text("licences/LISEZMOI.md");
        var listed = FOR_PAYARA
                .matcher(sheet)
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));

        assertThat(zip.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.startsWith(folder + "payara/lib/") && name.endsWith(".jar"))
                        .map(name -> name.replaceAll(".*/|-[0-9.]+(\\.Final)?\\.jar", "")))
                .containsExactlyInAnyOrderElementsOf(listed.keySet());
        assertThat(listed.values())
                .allSatisfy(name -> assertThat(zip.getEntry(folder + "licences/" + name))
                        .as(name)
                        .isNotNull());
    }

    private static List<String> texts() throws IOException {
        return LICENCE.matcher(text("licences/LISEZMOI.md"))
                .results()
                .flatMap(line -> TEXT.matcher(line.group(3)).results())
                .map(name -> name.group(1))
                .distinct()
                .toList();
    }

    private static String licence(JsonObject component) {
        return component
                .getJsonArray("licenses")
                .getJsonObject(0)
                .getJsonObject("license")
                .getString("id");
    }

    private static JsonObject sbom() throws IOException {
        try (var reader = Json.createReader(zip.getInputStream(zip.getEntry(folder + "sbom.cdx.json")))) {
            return reader.readObject();
        }
    }

    private static String text(String name) throws IOException {
        try (var file = zip.getInputStream(zip.getEntry(folder + name))) {
            return new String(file.readAllBytes());
        }
    }
}
