package fr.predice.visio.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What both sides of a call see and press. */
public class CallPage {
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final Page page;
    private final Tongue tongue;

    CallPage(Device device) {
        this.page = device.newPage();
        this.tongue = device.tongue();
    }

    public Page page() {
        return page;
    }

    public Tongue tongue() {
        return tongue;
    }

    /** Writes down what a screen reader would say by itself on the pages that are opened from now on. */
    public void listenToAnnouncements() {
        page.addInitScript(Browsers.resource("announced.js"));
    }

    /** All of it, on this page, in order. */
    public List<String> announcements() {
        return ((List<?>) page.evaluate("() => window.announced"))
                .stream().map(Object::toString).toList();
    }

    /** What this side receives. */
    public Witness witness() {
        return new Witness(page::evaluate, farVideo()::evaluate);
    }

    public Locator farVideo() {
        return page.getByLabel(tongue.call("far"));
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    /** The name of the camera that films, or nothing while none does. */
    public String camera() {
        return own("srcObject.getVideoTracks().map((one) => one.label).join()");
    }

    /** The name of the microphone that listens. */
    public String microphone() {
        return own("srcObject.getAudioTracks().map((one) => one.label).join()");
    }

    private String own(String told) {
        return (String) page.getByLabel(tongue.call("own"), new Page.GetByLabelOptions().setExact(true))
                .evaluate("({ srcObject }) => " + told);
    }

    /** How bright the video looks on the screen, with whatever stands in for a picture. */
    public double brightnessOnScreen() {
        try {
            var seen = ImageIO.read(new ByteArrayInputStream(farVideo().screenshot()));
            return IntStream.range(0, seen.getWidth() * seen.getHeight())
                            .map(place -> seen.getRGB(place % seen.getWidth(), place / seen.getWidth()))
                            .mapToObj(Color::new)
                            .mapToInt(colour -> colour.getRed() + colour.getGreen() + colour.getBlue())
                            .average()
                            .orElse(0)
                    / 3;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public void toggleCamera() {
        control("camera").click();
    }

    public void toggleMicrophone() {
        control("micro").click();
    }

    /** Where this side writes, in letters that the other sees at once. */
    public Locator textField() {
        return page.getByLabel(tongue.call("text.field"));
    }

    /** What both wrote. */
    public Locator textLines() {
        return page.getByRole(AriaRole.LOG).getByRole(AriaRole.LISTITEM);
    }

    /** The line that the other is still writing. */
    public Locator textBegun() {
        return page.locator("[data-begun] [dir]");
    }

    public void leave() {
        control("leave").click();
    }

    /** Waits until the page says this sentence of the call's texts. */
    public void hears(String key) {
        assertThat(sentence(key)).isVisible();
    }

    /** Waits until the page says this sentence of the portal's texts. */
    public void hearsPage(String key) {
        assertThat(page.getByText(tongue.page(key)).first()).isVisible();
    }

    /**
     * The same, before a browser could have noticed by itself that the connection is gone: that takes eight seconds.
     */
    public void hearsAtOnce(String key) {
        assertThat(sentence(key)).isVisible(new IsVisibleOptions().setTimeout(AT_ONCE.toMillis()));
    }

    public Locator sentence(String key) {
        return page.getByText(tongue.call(key))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }

    /** A button that is named by this text and nothing more. */
    public Locator control(String key) {
        var exactly = new GetByRoleOptions().setName(tongue.call(key)).setExact(true);
        return page.getByRole(AriaRole.BUTTON, exactly);
    }
}
