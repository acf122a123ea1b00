package fr.predice.visio.signin.cps;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.predice.visio.stack.Ran;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A professional's computer: a card in its reader, and Chromium in a window with all that the browser itself asks. */
final class Workstation implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** As Chromium names the window that asks for a PIN, in the one language that it always speaks. */
    private static final String PIN_WINDOW = "Unlock Security Device";

    private static final Map<String, String> LANGUAGE = Map.of("LANGUAGE", "en", "LC_ALL", "C.UTF-8");

    /** A real window, beside all that else runs. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration REACTION = Duration.ofSeconds(2);

    /** Behind the list of certificates the page is in the shade; ours are on light paper. */
    private static final int SHADE = 128;

    /** Columns in the lowest lines of the window, where no list reaches. */
    private static final List<Integer> ASIDE = List.of(20, Screen.WIDTH / 2, Screen.WIDTH - 40);

    private static final int LOW = Screen.HEIGHT - 20;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-position=0,0",
            "--window-size=" + Screen.WIDTH + "," + Screen.HEIGHT);

    private final Screen screen;
    private final Playwright playwright;
    private final BrowserContext browser;
    private Set<String> pinWindows = Set.of();

    private Workstation(Screen screen, Playwright playwright, BrowserContext browser) {
        this.screen = screen;
        this.playwright = playwright;
        this.browser = browser;
    }

    static Workstation with(CardInReader card) {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(card.environment());
        environment.putAll(LANGUAGE);
        var screen = Screen.start(card.home().resolve("screen"));
        environment.put("DISPLAY", screen.display());
        var playwright = Playwright.create();
        var options = new LaunchPersistentContextOptions()
                .setExecutablePath(CHROMIUM)
                .setHeadless(false)
                .setEnv(environment)
                .setArgs(FLAGS)
                .setLocale("fr-FR")
                .setViewportSize(null)
                .setIgnoreHTTPSErrors(true);
        var browser = playwright.chromium().launchPersistentContext(card.home().resolve("profile"), options);
        browser.setDefaultTimeout(PATIENCE.toMillis());
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        return new Workstation(screen, playwright, browser);
    }

    /** The programs that this takes and that are not here. */
    static List<String> missing() {
        return Stream.of(CardInReader.PROGRAMS, Screen.PROGRAMS, List.of(CHROMIUM.toString()))
                .flatMap(List::stream)
                .filter(program -> Ran.of(new ProcessBuilder("sh", "-c", "command -v " + program))
                                .status()
                        != 0)
                .toList();
    }

    /** The tab that is open from the start. */
    Page tab() {
        return browser.pages().get(0);
    }

    /** Follows a link that opens a tab, and does what the browser asks before it has anything to show there. */
    Page follow(Locator link, Runnable asked) {
        var wait = new BrowserContext.WaitForPageOptions().setTimeout(2 * PATIENCE.toMillis());
        return browser.waitForPage(wait, () -> {
            pinWindows = Set.of();
            link.click();
            asked.run();
        });
    }

    /** Waits for the browser to list the card's certificates. */
    private void isAskedForACertificate() {
        until("the list of certificates", screen -> showsTheList());
    }

    /** Takes the certificate that the list offers first: « Ok ». */
    void takesTheCertificate() {
        pressesInTheList("Return");
    }

    /** Takes none. */
    void closesTheList() {
        pressesInTheList("Escape");
    }

    /** Again if need be: the list is not deaf for long after it appears. */
    private void pressesInTheList(String key) {
        isAskedForACertificate();
        await(key).atMost(PATIENCE).pollInSameThread().pollInterval(REACTION).until(() -> {
            if (showsTheList()) {
                screen.press(key);
            }
            return !showsTheList();
        });
    }

    /** Closes the window that asks for the PIN. */
    void givesUp() {
        screen.press("Escape");
    }

    /** Types a PIN once the browser asks for one, anew if it asked before: « Validez ». */
    void types(String pin) {
        isAskedForThePin();
        screen.type(pin);
        screen.press("Return");
    }

    void isAskedForThePin() {
        var before = pinWindows;
        until(
                "the window of the PIN",
                screen -> screen.windows(PIN_WINDOW).stream()
                        .anyMatch(window -> !before.contains(window) && screen.hasTheKeyboard(window)));
        pinWindows = Set.copyOf(screen.windows(PIN_WINDOW));
    }

    void keepPicture(String name) {
        screen.keepPicture(Path.of("target/failures", name + ".png"));
    }

    private boolean showsTheList() {
        var picture = screen.picture();
        return ASIDE.stream().allMatch(column -> (picture.getRGB(column, LOW) & 0xFF) < SHADE);
    }

    private void until(String what, Predicate<Screen> shown) {
        await(what).atMost(PATIENCE).pollInSameThread().until(() -> shown.test(screen));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        screen.close();
    }
}
