package fr.predice.visio.support;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.function.Consumer;

/** The invited person, who touches the link of the SMS and taps once; or, at a computer, clicks. */
public final class GuestOnPhone extends CallPage {
    private static final String LOOK = "**/api/guest/look";
    private static final String JSON = "application/json";

    private final boolean touched;

    public GuestOnPhone(Device device) {
        super(device);
        this.touched = device.touched();
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

    /** Opens the page again, on a server that refuses the link for this reason. */
    public void isRefused(String reason) {
        var body = "{\"reason\":\"" + reason + "\"}";
        openAgain(call -> call.fulfill(
                new FulfillOptions().setStatus(410).setContentType(JSON).setBody(body)));
    }

    /** Opens the page again, on a network that drops what it asks. */
    public void losesTheServer() {
        openAgain(Route::abort);
    }

    /** Opens the page again, as it was before another phone took the seat: it still shows its button. */
    public void hadOpenedItBefore() {
        openAgain(call -> call.fulfill(new FulfillOptions().setContentType(JSON).setBody("{\"caller\":\"Camille\"}")));
    }

    private void openAgain(Consumer<Route> answer) {
        page().unroute(LOOK);
        page().route(LOOK, answer);
        page().reload();
    }

    public void join() {
        press("guest.ready.join");
    }

    /** The tap after a reload. */
    public void resume() {
        press("guest.ready.resume");
    }

    private void press(String key) {
        var button = button(tongue().call(key));
        if (touched) {
            button.tap();
        } else {
            button.click();
        }
    }
}
