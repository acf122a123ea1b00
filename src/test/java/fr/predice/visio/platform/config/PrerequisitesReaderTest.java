package fr.predice.visio.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.platform.prerequisite.Browser;
import fr.predice.visio.platform.prerequisite.Fitness;
import fr.predice.visio.platform.prerequisite.Need;
import fr.predice.visio.platform.prerequisite.OperatingSystem;
import fr.predice.visio.platform.prerequisite.Prerequisites;
import fr.predice.visio.platform.prerequisite.UserAgent;
import fr.predice.visio.platform.prerequisite.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrerequisitesReaderTest {
    @TempDir
    Path directory;

    @Test
    void holdsTheSeedsTable() {
        var seed = read(Map.of());

        assertThat(seed.browsers())
                .containsOnly(
                        Map.entry(Browser.CHROME, Need.from(Version.of("80"))),
                        Map.entry(Browser.EDGE, Need.from(Version.of("79"))),
                        Map.entry(Browser.FIREFOX, Need.from(Version.of("68"))),
                        Map.entry(
                                Browser.SAFARI, new Need(Optional.of(Version.of("11")), Optional.of(Version.of("12")))),
                        Map.entry(Browser.INTERNET_EXPLORER, Need.NEVER));
        assertThat(seed.systems())
                .containsOnly(
                        Map.entry(OperatingSystem.WINDOWS, Need.from(Version.of("10"))),
                        Map.entry(OperatingSystem.MACOS, Need.from(Version.of("10.13"))));
        assertThat(seed.handheldOrganizers()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Edge/18.19582, TOO_OLD", "Edg/131.0.0.0, WELL", "Trident/7.0; rv:11.0, REFUSED"})
    void refusesOldEdgeAndAdmitsTodays(String header, Fitness fitness) {
        assertThat(read(Map.of()).browser(UserAgent.of(header))).isEqualTo(fitness);
    }

    @Test
    void letsASiteHaveItsOwnTableAndItsTablets() throws IOException {
        var site = read(Map.of(
                "VISIO_PREREQUISITES",
                file("# ours\nbrowser.firefox=refused\nsystem.windows = 8.1\n"),
                "VISIO_ORGANIZER_ON_MOBILE",
                "true"));

        assertThat(site.browsers()).isEqualTo(Map.of(Browser.FIREFOX, Need.NEVER));
        assertThat(site.systems()).isEqualTo(Map.of(OperatingSystem.WINDOWS, Need.from(Version.of("8.1"))));
        assertThat(site.handheldOrganizers()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "browser.netscape=4",
                "browser.chrome=latest",
                "browser.chrome=80.0.3987.87",
                "browser.chrome=",
                "browser.safari=12\nbrowser.safari.recommended=11",
                "browser.safari=refused\nbrowser.safari.recommended=11",
                "browser.chrome=80\nsystem.beos=5",
                "browser.chrome=80\nsystem.windows=dix",
                "browser.chrome=\\u00zz"
            })
    void stopsTheStartAtALineThatIsWrong(String lines) throws IOException {
        var wrong = Map.of("VISIO_PREREQUISITES", file(lines));

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(SettingRefused.class)
                .hasMessageStartingWith("VISIO_PREREQUISITES: ");
    }

    private String file(String lines) throws IOException {
        return Files.writeString(directory.resolve("prerequisites.properties"), lines)
                .toString();
    }

    private static Prerequisites read(Map<String, String> variables) {
        return new PrerequisitesReader(new Variables(name -> Optional.ofNullable(variables.get(name)))).read();
    }
}
