package fr.predice.visio.portal.help;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.predice.visio.support.CallPage;
import java.util.List;
import java.util.regex.Pattern;

/** A help sheet as it is served, step by step. */
record Sheet(Page page) {
    /** @param buttons named in it, in order */
    record Step(String text, List<String> buttons) {
        /** Presses a button, or follows a link, that has exactly this name. */
        void press(CallPage side, int button) {
            named(side.page(), buttons.get(button)).click();
        }

        /** Whether it names a field of this label, as a sentence would. */
        boolean asksFor(String label) {
            return plain(text).toLowerCase().contains(plain(label).toLowerCase());
        }
    }

    /** @param part of the sheet: what its list has as {@code data-steps} */
    Step step(String part, int number) {
        var line = page.locator("[data-steps=" + part + "] > li").nth(number - 1);
        return new Step(line.innerText(), line.locator(".help-button").allInnerTexts());
    }

    static Locator named(Page page, String name) {
        var exactly = Pattern.compile("^" + literally(plain(name)).replace("'", "['’]") + "$");
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
