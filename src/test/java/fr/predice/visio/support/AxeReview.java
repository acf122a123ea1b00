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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What axe-core finds wrong with the pages it is shown, on light paper and in the dark, on a narrow screen and a wide
 * one: all of its rules, and targets of 24 pixels at least (WCAG 2.2, 2.5.8). In the dark, where nothing but colours
 * changes, only those are looked at. On the narrow screen, which is also a wide one at 400 %, nothing lies beside it
 * (1.4.10). In our colours and in the system's own, icons, edges and states are seen, and nothing moves where that is
 * asked. It runs as {@link AxeBuilder} runs it, but is brought into each document once, and tells of violations alone;
 * and it judges the contrast of texts that are painted in the same way once, wherever they stand.
 */
public final class AxeReview {
    private static final String AXE = source();
    private static final Map<String, Object> RULES =
            Map.of("rules", Map.of("target-size", Map.of("enabled", true), "color-contrast", Map.of("enabled", false)));
    private static final Map<String, Object> RULES_OF_COLOURS =
            Map.of("preload", false, "runOnly", List.of("link-in-text-block"));
    private static final String REVIEW = Browsers.resource("review.js");
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

    private static final int WIDE = 1366;
    private static final int NARROW = 320;

    /** How texts are painted whose contrast is good, in all pages that were looked at. */
    private static final Set<String> GOOD = ConcurrentHashMap.newKeySet();

    private final List<String> findings = new ArrayList<>();

    /** One state, at once. */
    public static void pass(String state, Page page) {
        var axe = new AxeReview();
        axe.look(state, page);
        axe.foundNothing();
    }

    /** One state of a page of the portal that is still in it when its language changes, in each language. */
    public static void passInBoth(String state, Page page) {
        for (var times = 0; times < 2; times++) {
            var other = page.locator(".languages a");
            var language = other.getAttribute("hreflang");
            pass(state + ", before " + language, page);
            other.click();
            page.locator("html[lang=" + language + "] .languages").waitFor();
        }
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
        page.setViewportSize(WIDE, size.height);
        review(state + ", " + WIDE + " light", page, RULES);
        paint(page, ColorScheme.DARK);
        review(state + ", " + WIDE + " dark", page, RULES_OF_COLOURS);
        page.setViewportSize(NARROW, size.height);
        review(state + ", " + NARROW + " dark", page, RULES_OF_COLOURS);
        paint(page, ColorScheme.LIGHT);
        review(state + ", " + NARROW + " light", page, RULES);
        note(state + ", spaced", page.evaluate(SPACED));
        page.setViewportSize(size.width, size.height);
        lookPlainly(state, page, false);
    }

    private void review(String state, Page page, Map<String, Object> rules) {
        lookAtParts(state, page, false);
        var reviewed = (Map<?, ?>) page.evaluate(REVIEW, Map.of("rules", rules, "known", List.copyOf(GOOD)));
        note(state, reviewed.get("found"));
        ((List<?>) reviewed.get("good")).forEach(painted -> GOOD.add(painted.toString()));
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
