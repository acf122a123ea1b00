package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** Somebody who has no mouse: goes from field to field and from link to link, types, and presses Enter. */
public final class Keys {
    private static final int FAR = 90;

    /** One radio button stands for its group: arrows lead to the others. */
    private static final String MARK = """
            () => {
              const seen = new Set();
              document.querySelectorAll('a[href], button, input, select, textarea, summary').forEach((one) => {
                const group = one.type === 'radio' && one.name;
                const shown = one.checkVisibility({ visibilityProperty: true }) && one.type !== 'hidden';
                if (shown && !one.disabled && one.tabIndex >= 0 && !seen.has(group)) {
                  one.dataset.wanted = group || '';
                  seen.add(group || one);
                }
              });
              return document.querySelectorAll('[data-wanted]').length;
            }""";

    private static final String VISIT = """
            () => {
              const one = document.activeElement;
              const ringed = window.contrast.ringed(one, getComputedStyle(one))
                || one.matches('input[type=radio], input[type=checkbox], input[type=file]');
              if (ringed) {
                delete one.dataset.wanted;
                const group = one.type === 'radio' && document.querySelector(`[data-wanted="${one.name}"]`);
                if (group) {
                  delete group.dataset.wanted;
                }
              }
              return document.querySelectorAll('[data-wanted]').length;
            }""";

    private static final String SKIPPED = """
            () => {
              const { left, top } = document.activeElement.getBoundingClientRect();
              return document.activeElement.matches('.skip') && left >= 0 && top >= 0;
            }""";

    private static final String MISSED = """
            () => Array.from(document.querySelectorAll('[data-wanted]'), (one) => one.outerHTML.slice(0, 200))""";

    private final Page page;

    public Keys(Page page) {
        this.page = page;
    }

    public Keys type(String selector, String text) {
        reach(selector);
        page.keyboard().type(text);
        return this;
    }

    /** Presses Enter on a link, a button, or in a field, which sends its form. */
    public Keys enter(String selector) {
        reach(selector);
        press("Enter");
        return this;
    }

    public Keys press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** By Tab alone, from where one is; around the page if it lies before. */
    public Keys reach(String selector) {
        page.locator(selector).first().waitFor();
        for (var step = 0; step < FAR; step++) {
            if (isFocused(selector)) {
                return this;
            }
            press("Tab");
        }
        throw new AssertionError("no key leads to " + selector + " on " + page.url());
    }

    /**
     * Everything that a mouse could press or fill in is reached by Tab, and is seen to be, by a ring that stands out.
     */
    public void reachAll() {
        page.evaluate(Browsers.resource("contrast.js"));
        var wanted = (int) page.evaluate(MARK);
        // A date has a stop for each of its parts.
        var far = FAR + 2 * wanted;
        for (var step = 0; wanted > 0 && step < far; step++) {
            press("Tab");
            wanted = (int) page.evaluate(VISIT);
        }
        @SuppressWarnings("unchecked")
        var missed = (List<String>) page.evaluate(MISSED);
        assertThat(missed).as("out of reach on " + page.url()).isEmpty();
    }

    /** The first link of a page, which only shows itself then, leads past what all pages begin with. */
    public void skip() {
        page.locator(".skip").focus();
        assertThat((boolean) page.evaluate(SKIPPED)).as("seen on " + page.url()).isTrue();
        press("Enter");
        assertThat(isFocused("main")).as("skipped on " + page.url()).isTrue();
    }

    private boolean isFocused(String selector) {
        return (boolean) page.evaluate(
                "(wanted) => Boolean(document.activeElement) && document.activeElement.matches(wanted)", selector);
    }
}
