package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What axe-core finds wrong with the pages it is shown, on light paper and in the dark, on a narrow screen and a wide
 * one: all of its rules, and targets of 24 pixels at least (WCAG 2.2, 2.5.8). In the dark, where nothing but colours
 * changes, only those are looked at. On the narrow screen, which is also a wide one at 400 %, nothing lies beside it
 * (1.4.10). In our colours and in the system's own, icons, edges and states are seen, and nothing moves where that is
 * asked. It runs as {@link AxeBuilder} runs it, but is brought into each document once, and tells of violations alone.
 */
public final class AxeReview {
    private static final String AXE = source();
    private static final Map<String, Object> ALL_RULES = Map.of(
            "resultTypes",
            List.of("violations"),
            "iframes",
            false,
            "rules",
            Map.of("target-size", Map.of("enabled", true)));
    private static final Map<String, Object> RULES_OF_COLOURS = Map.of(
            "resultTypes",
            List.of("violations"),
            "iframes",
            false,
            "preload",
            false,
            "runOnly",
            List.of("color-contrast", "link-in-text-block"));
    private static final String RUN = """
            (options) => axe.run(document, options).then(({ violations }) => violations.flatMap(
              ({ id, help, nodes }) => nodes.map(({ html }) => `${id}, ${help}: ${html}`)))""";
    private static final String BESIDE = """
            () => {
              const { scrollWidth, clientWidth } = document.documentElement;
              return scrollWidth > clientWidth ? [`wider than the screen: ${scrollWidth}`] : [];
            }""";
    /** Colours on their way to others are there at once. */
    private static final String PAINTED = """
            () => document.getAnimations()
              .filter((one) => one instanceof CSSTransition)
              .forEach((one) => one.finish())""";
    /**
     * As a person may space text (WCAG 1.4.12): all of it can still be read. What is for ears alone is a pixel wide.
     */
    private static final String SPACED = """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
              document.adoptedStyleSheets = [sheet];
              const cut = Array.from(document.body.querySelectorAll('*')).filter((one) => {
                const style = getComputedStyle(one);
                const written = Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
                return written && one.clientWidth > 1 && one.checkVisibility()
                  && ((style.overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1)
                    || (style.overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 1));
              }).map((one) => `cut off: ${one.outerHTML.slice(0, 120)}`);
              document.adoptedStyleSheets = [];
              return cut;
            }""";

    private static final String CONTRAST = Browsers.resource("contrast.js");
    private static final String PARTS = Browsers.resource("parts.js");
    private static final String PLAIN = Browsers.resource("plain.js");

    private static final List<Integer> WIDTHS = List.of(320, 1366);

    private final List<String> findings = new ArrayList<>();

    /** One state, at once. */
    public static void pass(String state, Page page) {
        var axe = new AxeReview();
        axe.look(state, page);
        axe.foundNothing();
    }

    /**
     * The page is left as wide as it was, on light paper.
     *
     * @param state what the page is in, e.g. {@code "code refused"}
     */
    public void look(String state, Page page) {
        if ((boolean) page.evaluate("() => !window.axe")) {
            page.evaluate(AXE);
        }
        var size = page.viewportSize();
        for (var width : WIDTHS) {
            page.setViewportSize(width, size.height);
            paint(page, ColorScheme.DARK);
            note(state + ", " + width + " dark", page.evaluate(RUN, RULES_OF_COLOURS));
            lookAtParts(state + ", " + width + " dark", page, false);
            paint(page, ColorScheme.LIGHT);
            note(state + ", " + width + " light", page.evaluate(RUN, ALL_RULES));
            lookAtParts(state + ", " + width + " light", page, false);
            note(state + ", " + width, page.evaluate(BESIDE));
        }
        page.setViewportSize(WIDTHS.get(0), size.height);
        note(state + ", spaced", page.evaluate(SPACED));
        page.setViewportSize(size.width, size.height);
        lookPlainly(state, page, false);
    }

    /** Also whatever can have the focus, one after the other. */
    public void lookAtFocus(String state, Page page) {
        // Whoever has a keyboard: the browser shows a focus to nobody else.
        page.keyboard().press("Tab");
        paint(page, ColorScheme.DARK);
        lookAtParts(state + ", focus in the dark", page, true);
        paint(page, ColorScheme.LIGHT);
        lookAtParts(state + ", focus", page, true);
        lookPlainly(state + ", focus", page, true);
    }

    private void lookAtParts(String state, Page page, boolean focused) {
        page.evaluate(CONTRAST);
        note(state, page.evaluate(PARTS, focused));
    }

    private void lookPlainly(String state, Page page, boolean focused) {
        page.emulateMedia(
                new EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE).setReducedMotion(ReducedMotion.REDUCE));
        page.evaluate(CONTRAST);
        note(state + ", system colours", page.evaluate(PLAIN, focused));
        page.emulateMedia(new EmulateMediaOptions()
                .setForcedColors(ForcedColors.NONE)
                .setReducedMotion(ReducedMotion.NO_PREFERENCE));
    }

    private static void paint(Page page, ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate(PAINTED);
    }

    private void note(String state, Object found) {
        ((List<?>) found).forEach(finding -> findings.add(state + ": " + finding));
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
