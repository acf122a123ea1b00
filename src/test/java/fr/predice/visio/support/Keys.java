package fr.predice.visio.support;

import com.microsoft.playwright.Page;

/** Somebody who has no mouse: goes from field to field and from link to link, types, and presses Enter. */
public final class Keys {
    private static final int FAR = 90;

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

    private boolean isFocused(String selector) {
        return (boolean) page.evaluate(
                "(wanted) => Boolean(document.activeElement) && document.activeElement.matches(wanted)", selector);
    }
}
