package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/** A help sheet as it is served, step by step. Each step that a test takes is ticked off. */
public record Sheet(Page page) {
    private static final String TICK = "(line) => { line.dataset.followed = ''; }";
    private static final String NOT_FOLLOWED = "article :not(details) > :is(ol, ul) > li:not([data-followed])";

    /** @param buttons named in it, in order */
    public record Step(String text, List<String> buttons) {
        /** Presses a button, or follows a link, that has exactly this name. */
        public void press(CallPage side, int button) {
            Sheet.named(side.page(), buttons.get(button)).click();
        }

        /** The one button, or link, that has exactly this name. */
        public Locator named(Page page) {
            return Sheet.named(page, buttons.get(0));
        }

        /** Names this, as a sentence would: a field, a device, or what is asked for by itself. */
        public Step says(String name) {
            assertThat(plain(text).toLowerCase()).contains(plain(name).toLowerCase());
            return this;
        }
    }

    /** In a window beside. */
    public static Sheet beside(CallPage side, String address, int number) {
        var page = side.page().context().newPage();
        page.navigate(address + "/aide/fiche-" + number);
        return new Sheet(page);
    }

    /** @param part of the sheet: what its list has as {@code data-steps} */
    public Step step(String part, int number) {
        var line = page.locator("[data-steps=" + part + "] > li").nth(number - 1);
        line.evaluate(TICK);
        return new Step(line.innerText(), line.locator(".help-button span").allInnerTexts());
    }

    /** No step is left that nobody took. */
    public void isFollowed() {
        assertThat(page.locator(NOT_FOLLOWED).allInnerTexts()).as(page.url()).isEmpty();
    }

    /** The same of a site's own part, and there are no others than that and those which other tests follow. */
    public void isFollowedBut(String... others) {
        for (var part : others) {
            page.locator("[data-steps=" + part + "] > li").all().forEach(line -> line.evaluate(TICK));
        }
        isFollowed();
    }

    /** Whether or not it says in which window it opens. */
    public static Locator named(Page page, String name) {
        var exactly = Pattern.compile("^" + literally(plain(name)).replace("'", "['’]") + "(?: – .*)?$");
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(exactly))
                .or(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(exactly)))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }

    /** As browsers' own expressions quote. */
    private static String literally(String text) {
        return text.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
    }

    /** One apostrophe for all. */
    private static String plain(String text) {
        return text.strip().replace('’', '\'');
    }
}
