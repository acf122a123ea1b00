package fr.predice.visio.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.support.Tongue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the commands made for the help sheets is there, small, and says what the product says today. Where it does not:
 * {@code mvn verify -Dgallery=true -Dit.test='SheetPicturesIT,SheetFilmsIT'}.
 */
class SheetMediaTest {
    private static final Path SEEN = Path.of("src/test/resources/fr/predice/visio/gallery");
    private static final Pattern PICTURE =
            Pattern.compile("help/#\\{sheetPage.folder}/([a-z-]+)\\.(png|jpg)\" width=\"(\\d+)\" height=\"(\\d+)\"");
    private static final long PICTURE_BYTES = 40_000;
    private static final long FILM_BYTES = 1_500_000;

    @ParameterizedTest
    @EnumSource
    void showsTheWordsThatPagesHaveToday(Tongue tongue) throws IOException {
        try (var files = Files.list(SEEN.resolve(Seen.folder(tongue)))) {
            for (var file : files.toList()) {
                var lines = Files.readAllLines(file);
                assertThat(lines).as(file.toString()).allSatisfy(line -> {
                    var word = line.split("[/=]", 3);
                    assertThat(tongue.of(word[0], word[1])).isEqualTo(word[2]);
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsEachPictureOfAPageSmallAndOfTheSizeSaid(Tongue tongue) throws IOException {
        for (var picture : pictures()) {
            var file = Seen.assets(tongue).resolve(picture.group(1) + "." + picture.group(2));
            var image = ImageIO.read(file.toFile());
            var ratio = Double.parseDouble(picture.group(3)) / Double.parseDouble(picture.group(4));

            assertThat(Files.size(file)).as(file.toString()).isLessThanOrEqualTo(PICTURE_BYTES);
            assertThat((double) image.getWidth() / image.getHeight())
                    .as(file.toString())
                    .isBetween(ratio * 0.9, ratio * 1.1);
            assertThat(SEEN.resolve(Seen.folder(tongue)).resolve(picture.group(1) + ".txt"))
                    .exists();
        }
    }

    @Test
    void hasPicturesOnThreeSheets() throws IOException {
        assertThat(pictures()).hasSizeGreaterThan(8);
    }

    private static List<MatchResult> pictures() throws IOException {
        try (var pages = Files.list(Path.of("src/main/webapp/aide"))) {
            return pages.map(SheetMediaTest::read)
                    .flatMap(page -> PICTURE.matcher(page).results())
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void captionsFilmsWithTheirTranscripts(Tongue tongue) throws IOException {
        for (var film : List.of("connection", "use", "participant")) {
            var folder = Seen.assets(tongue);
            var cues = Files.readString(folder.resolve(film + ".vtt")).strip().split("\n\n");

            assertThat(Files.size(folder.resolve(film + ".mp4"))).as(film).isBetween(20_000L, FILM_BYTES);
            assertThat(Files.size(folder.resolve(film + ".jpg"))).as(film).isLessThanOrEqualTo(PICTURE_BYTES);
            assertThat(IntStream.range(1, cues.length)
                            .mapToObj(line -> cues[line].split("\n")[1]))
                    .containsExactlyElementsOf(IntStream.range(1, cues.length)
                            .mapToObj(line -> tongue.of("sheets", "sheets.film." + film + "." + line))
                            .toList());
            assertThat(tongue.all("sheets")).doesNotContainKey("sheets.film." + film + "." + cues.length);
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
