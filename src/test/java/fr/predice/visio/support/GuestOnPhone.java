package fr.predice.visio.support;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The invited person, who touches the link of the SMS and taps once. */
public final class GuestOnPhone extends CallPage {
    GuestOnPhone(Device device) {
        super(device);
    }

    public GuestOnPhone open(String link) {
        page().navigate(link);
        return this;
    }

    /** What the page says first. */
    public Locator heading() {
        return page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }

    /** Taps « Copier le lien ». @return what is in the clipboard then */
    public Object copiesTheLink() {
        page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        button(tongue().call("guest.copy")).tap();
        hears("guest.copied");
        return page().evaluate("() => navigator.clipboard.readText()");
    }

    public void join() {
        button(tongue().call("guest.ready.join")).tap();
    }
}
