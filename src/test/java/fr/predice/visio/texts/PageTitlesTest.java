package fr.predice.visio.texts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.support.Tongue;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever has ten tabs, or hears the title alone, knows which page is which. Those of errors and sheets are numbered.
 */
class PageTitlesTest {
    private static final Pattern TITLE =
            Pattern.compile("(?:name=\"title\">|<title>)(.+?)(?: – #\\{brand.service})?</");
    private static final Path NOBODY_SEES = Path.of("pro-sante-connect/retour.xhtml");
    private static final Pattern TEXT = Pattern.compile("#\\{(\\w+)\\['([\\w.]+)']}");

    @ParameterizedTest
    @EnumSource
    void areOnePagesAlone(Tongue tongue) {
        var pages = pages().stream()
                .filter(page -> !title(page, tongue).contains("#{"))
                .collect(Collectors.groupingBy(page -> title(page, tongue)));

        assertThat(pages).hasSizeGreaterThan(45);
        assertThat(pages)
                .allSatisfy((title, those) -> assertThat(those).as(title).hasSize(1));
    }

    /** The template puts the service's name after it. */
    @Test
    void areOnEachPage() {
        assertThat(pages())
                .allSatisfy(page -> assertThat(Sources.text(page))
                        .as(page.toString())
                        .containsAnyOf("name=\"title\"", "<title>", "/templates/sheet.xhtml"));
    }

    private static List<Path> pages() {
        return Sources.files("src/main/webapp")
                .filter(page -> page.toString().endsWith(".xhtml"))
                .filter(page -> !page.toString().contains("WEB-INF"))
                .filter(page -> !page.endsWith(NOBODY_SEES))
                .filter(page -> Sources.text(page).contains("<title>")
                        || Sources.text(page).contains("/templates/"))
                .toList();
    }

    private static String title(Path page, Tongue tongue) {
        var written = TITLE.matcher(Sources.text(page));
        return written.find()
                ? TEXT.matcher(written.group(1))
                        .replaceAll(found ->
                                tongue.of(found.group(1).equals("msg") ? "messages" : found.group(1), found.group(2)))
                        .replace('’', '\'')
                : "#{template}";
    }
}
