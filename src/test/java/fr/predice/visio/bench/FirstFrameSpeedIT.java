package fr.predice.visio.bench;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Measures, and asserts no time: how long a person waits for the first picture on our page and on others, each opened
 * by a browser that never saw it, which taps as soon as it can.
 */
@EnabledIfSystemProperty(named = "bench", matches = "true")
@ExtendWith(StackExtension.class)
class FirstFrameSpeedIT {
    private static final int RUNS = Integer.getInteger("bench.runs", 15);
    private static final Path REPORT = Path.of("target/first-frame.txt");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String OURS = "our page";

    /** What it is measured beside, and the page of whoever calls there. */
    private static final Map<String, String> OTHERS = others();

    @RegisterExtension
    static final Browsers browsers = Browsers.credulous();

    private final String stopwatch = Npm.script("stopwatch.js");
    private final Map<Speed, Map<String, Laps>> laps = new EnumMap<>(Speed.class);

    private static Map<String, String> others() {
        var others = new LinkedHashMap<String, String>();
        others.put("limit", "");
        others.put("minimal", "minimal-caller");
        others.put("peerjs", "peerjs-caller");
        return others;
    }

    @Test
    void firstRemoteFrame(Stack stack) throws IOException {
        try (var pages = BenchPages.start()) {
            for (var speed : Speed.values()) {
                var organizer = new People(stack)
                        .organizer(browsers.desk(Tongue.FRENCH))
                        .signIn();
                for (var run = 0; run < RUNS; run++) {
                    for (var other : OTHERS.keySet()) {
                        measureBeside(pages, other, speed);
                    }
                    measureOurs(stack, organizer, speed);
                }
            }
        }
        report();
    }

    private void measureBeside(BenchPages pages, String name, Speed speed) {
        var desk = browsers.desk(Tongue.FRENCH);
        var caller = OTHERS.get(name);
        if (!caller.isEmpty()) {
            var page = desk.newPage();
            page.navigate(pages.address(caller));
            until(page, "() => document.title === 'ready'");
        }
        measure(name, speed, pages.address(name));
        desk.context().close();
    }

    /** By HTTPS, as people have it: its many small files come over one connection of HTTP/2. */
    private void measureOurs(Stack stack, OrganizerAtDesk organizer, Speed speed) {
        var number = TestAccount.someNumber();
        organizer.open("/pro/visio");
        organizer.invite(number);
        organizer.hears("room.waiting");
        until(organizer.page(), "() => witness.prepared()");
        var link = new People(stack).linkTo(number);
        measure(OURS, speed, link.replace(stack.publicAddress(), stack.secureAddress()));
        organizer.leave();
        organizer.hears("room.ended");
    }

    @SuppressWarnings("unchecked")
    private void measure(String name, Speed speed, String address) {
        var phone = browsers.phone(Tongue.FRENCH, stopwatch);
        var page = phone.newPage();
        speed.limit(page);
        page.navigate(address, new Page.NavigateOptions().setTimeout(PATIENCE.toMillis()));
        until(page, "() => Boolean(stopwatch.frame)");
        var told = (Map<String, Object>) page.evaluate("() => stopwatch");
        var run = told.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, lap -> ((Number) lap.getValue()).doubleValue()));
        laps.computeIfAbsent(speed, key -> new LinkedHashMap<>())
                .computeIfAbsent(name, key -> new Laps())
                .add(run);
        phone.context().close();
    }

    private static void until(Page page, String holds) {
        await(holds).pollInSameThread().atMost(PATIENCE).until(() -> page.evaluate(holds), Boolean.TRUE::equals);
    }

    private void report() throws IOException {
        var report = new StringBuilder("First remote frame, ms, medians of " + RUNS + " runs\n");
        laps.forEach((speed, pages) -> {
            var least = pages.get("minimal");
            report.append(String.format(
                    "%n%-9s %9s %16s %9s %12s %9s%n",
                    speed, "from tap", "(quartiles)", "/minimal", "navigation", "/minimal"));
            pages.forEach((name, page) -> report.append(String.format(
                    Locale.ROOT,
                    "%-9s %9.0f %16s %9.2f %12.0f %9.2f%n",
                    name,
                    page.fromTap(),
                    page.quartilesFromTap(),
                    page.fromTap() / least.fromTap(),
                    page.fromNavigation(),
                    page.fromNavigation() / least.fromNavigation())));
            pages.forEach((name, page) -> report.append(String.format("%s: %s%n", name, page.steps())));
        });
        System.out.print(report);
        Files.writeString(REPORT, report);
    }
}
