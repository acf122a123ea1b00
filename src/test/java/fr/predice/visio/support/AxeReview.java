package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/**
 * What axe-core finds wrong with the pages it is shown: all of its rules on light paper, the contrasts in the dark too.
 */
public final class AxeReview {
    private final List<String> findings = new ArrayList<>();

    /** @param state what the page is in, e.g. {@code "code refused"} */
    public void look(String state, Page page) {
        paint(page, ColorScheme.DARK);
        note(state + ", dark", axe(page).withRules(List.of("color-contrast")));
        paint(page, ColorScheme.LIGHT);
        note(state, axe(page));
    }

    /** Our pages have no frames: without the way through frames, no blank page is opened for each look. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    /** Until no colour is on its way to another. */
    private static void paint(Page page, ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        page.waitForFunction("() => !document.getAnimations().some((one) => one instanceof CSSTransition)");
    }

    private void note(String state, AxeBuilder axe) {
        for (Rule violation : axe.analyze().getViolations()) {
            violation
                    .getNodes()
                    .forEach(node -> findings.add(
                            "%s: %s, %s: %s".formatted(state, violation.getId(), violation.getHelp(), node.getHtml())));
        }
    }

    public void foundNothing() {
        assertThat(findings).isEmpty();
    }
}
