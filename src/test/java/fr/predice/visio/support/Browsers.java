package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Chromium, for the tests of one class: each device that a test opens has nothing in common with others, as if it were
 * a browser of its own, and is closed after the test, unless the tests share them, which fails if its console
 * complained.
 */
public final class Browsers implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    /** The same engine without windows around the pages, which cost as much as the pages. */
    public static final String CHROMIUM = System.getProperty("chromium", "/usr/bin/chromium-headless-shell");

    private static final Path WHOLE_CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String SAY_YES = "--use-fake-ui-for-media-stream";
    /** Few frames a second: the test machine encodes and decodes all of them by itself. */
    private static final String TWO_CAMERAS = "--use-fake-device-for-media-stream=device-count=2,fps=10";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path program;
    private final List<String> flags;
    private final List<Device> devices = new ArrayList<>();
    private Browser chromium;
    private boolean shared;

    private Browsers(String... flags) {
        this(Path.of(CHROMIUM), Stream.concat(FLAGS.stream(), Stream.of(flags)).toList());
    }

    private Browsers(Path program, List<String> flags) {
        this.program = program;
        this.flags = flags;
    }

    /** With a camera in front and one behind, which people allow. */
    public static Browsers willing() {
        return new Browsers(SAY_YES, TWO_CAMERAS);
    }

    /** The same, which believe a TURN server whose certificate nobody vouches for. */
    public static Browsers credulous() {
        return new Browsers(SAY_YES, TWO_CAMERAS, "--ignore-certificate-errors");
    }

    /** Whose people refuse the camera and the microphone. */
    public static Browsers refusing() {
        return new Browsers(SAY_YES + "=deny", TWO_CAMERAS);
    }

    public static Browsers withoutCamera() {
        return new Browsers(SAY_YES);
    }

    /** Whose two cameras see this film (Y4M or MJPEG). */
    public static Browsers filming(Path film) {
        return new Browsers(SAY_YES, TWO_CAMERAS, "--use-file-for-fake-video-capture=" + film);
    }

    /** The same as people have them, with all that is around a page. */
    public Browsers whole() {
        return new Browsers(WHOLE_CHROMIUM, flags);
    }

    /** The same where this program starts them, trusting the test's own certificate. */
    public Browsers startedBy(Path program) {
        var trusting = Stream.concat(flags.stream(), Stream.of("--ignore-certificate-errors"));
        return new Browsers(program, trusting.toList());
    }

    /** Whose devices stay open for the next test, until one fails or closes them. */
    public Browsers shared() {
        shared = true;
        return this;
    }

    /** Nobody has a device yet, or any more. */
    public boolean areClosed() {
        return devices.isEmpty();
    }

    public void closeAll() {
        var complaints =
                devices.stream().flatMap(device -> device.close().stream()).toList();
        devices.clear();
        assertThat(complaints).as("complaints of the browsers' consoles").isEmpty();
    }

    public Device desk(Tongue tongue, String... scripts) {
        return open(new NewContextOptions().setViewportSize(1366, 768), tongue, scripts);
    }

    public Device phone(Tongue tongue, String... scripts) {
        return open(phone(), tongue, scripts);
    }

    /** @param name the browser's own, as User-Agent gives it */
    public Device phoneNamed(String name, String... scripts) {
        return open(phone().setUserAgent(name), Tongue.FRENCH, scripts);
    }

    private static NewContextOptions phone() {
        return new NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    /** @param scripts run in each page before its own */
    public Device open(NewContextOptions options, Tongue tongue, String... scripts) {
        var context = chromium.newContext(options.setLocale(tongue.tag()));
        Stream.of(scripts).forEach(context::addInitScript);
        context.addInitScript(resource("witness.js"));
        var device = new Device(context, tongue, Boolean.TRUE.equals(options.hasTouch));
        devices.add(device);
        return device;
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        var running = test.getRoot().getStore(Namespace.create(Browsers.class));
        // Playwright belongs to the thread that started it.
        var mine = List.of(Thread.currentThread(), program, flags);
        var before = running.get(mine, Running.class);
        if (before != null && !before.chromium().isConnected()) {
            running.remove(mine, Running.class).close();
        }
        chromium = running.computeIfAbsent(mine, key -> Running.start(program, flags), Running.class)
                .chromium();
    }

    /** A browser for the devices of one class after the other, until the end of the run. */
    private record Running(Playwright playwright, Browser chromium) implements AutoCloseable {
        static Running start(Path program, List<String> flags) {
            var playwright = Playwright.create();
            var options = new LaunchOptions().setExecutablePath(program).setArgs(flags);
            return new Running(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var failed = test.getExecutionException().isPresent();
        if (failed) {
            keepPictures(test);
        }
        if (failed || !shared) {
            closeAll();
        }
    }

    @Override
    public void afterAll(ExtensionContext test) {
        closeAll();
    }

    /** What each page showed when the test failed, in {@code target/failures}. */
    private void keepPictures(ExtensionContext test) {
        var name = test.getRequiredTestClass().getSimpleName() + "-"
                + test.getRequiredTestMethod().getName() + "-";
        var pages = devices.stream()
                .flatMap(device -> device.context().pages().stream())
                .toList();
        for (var page : pages) {
            var picture = Path.of("target/failures", name + pages.indexOf(page) + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        }
    }

    static String resource(String name) {
        try (var stream = Browsers.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
