package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What axe-core finds wrong with the pages it is shown: all of its rules on light paper, the contrasts in the dark too.
 * It runs as {@link AxeBuilder} runs it, but is brought into each document once, and tells of violations alone.
 */
public final class AxeReview {
    private static final String AXE = source();
    private static final Map<String, Object> ALL = Map.of("resultTypes", List.of("violations"), "iframes", false);
    private static final Map<String, Object> CONTRAST =
            Map.of("resultTypes", List.of("violations"), "iframes", false, "runOnly", List.of("color-contrast"));
    private static final String RUN = """
            (options) => axe.run(document, options).then(({ violations }) => violations.flatMap(
              ({ id, help, nodes }) => nodes.map(({ html }) => `${id}, ${help}: ${html}`)))""";

    private final List<String> findings = new ArrayList<>();

    /** One state, at once. */
    public static void pass(String state, Page page) {
        var axe = new AxeReview();
        axe.look(state, page);
        axe.foundNothing();
    }

    /** @param state what the page is in, e.g. {@code "code refused"} */
    public void look(String state, Page page) {
        if ((boolean) page.evaluate("() => !window.axe")) {
            page.evaluate(AXE);
        }
        paint(page, ColorScheme.DARK);
        note(state + ", dark", page, CONTRAST);
        paint(page, ColorScheme.LIGHT);
        note(state, page, ALL);
    }

    /** Until no colour is on its way to another. */
    private static void paint(Page page, ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        page.waitForFunction("() => !document.getAnimations().some((one) => one instanceof CSSTransition)");
    }

    private void note(String state, Page page, Map<String, Object> options) {
        var found = (List<?>) page.evaluate(RUN, options);
        found.forEach(finding -> findings.add(state + ": " + finding));
    }

    public void foundNothing() {
        assertThat(findings).isEmpty();
    }

    private static String source() {
        try (var stream = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
