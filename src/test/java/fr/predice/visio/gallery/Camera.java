package fr.predice.visio.gallery;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.Tongue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Films a page picture by picture. Each stays as long as it is told to, whatever the machine took to paint it, so the
 * film is the same on a slow one.
 */
final class Camera {
    private static final double SHORT = 0.3;
    private static final double READING = 1.6;
    private static final double AFTER = 1;

    /** Around what is pressed: on the film alone. */
    private static final String RING = """
            (target) => {
              const box = target.getBoundingClientRect();
              const ring = document.createElement('div');
              ring.id = 'filmed-ring';
              Object.assign(ring.style, { position: 'fixed', zIndex: 99, left: `${box.left - 7}px`,
                top: `${box.top - 7}px`, width: `${box.width + 14}px`, height: `${box.height + 14}px`,
                border: '5px solid #d9480f', borderRadius: '14px', boxShadow: '0 0 0 3px #fff',
                boxSizing: 'border-box', pointerEvents: 'none' });
              document.body.append(ring);
            }""";

    private static final String NO_RING =
            "() => document.querySelectorAll('#filmed-ring').forEach((one) => one.remove())";

    private final Page page;
    private final Tongue tongue;
    private final Seen seen;
    private final String name;
    private final Path folder;
    private final List<String> list = new ArrayList<>();
    private final List<Cue> cues = new ArrayList<>();
    private double now;
    private Path last;
    private Path poster;

    private record Cue(double start, String text) {}

    Camera(CallPage side, String name, Seen seen) {
        this.page = side.page();
        this.tongue = side.tongue();
        this.name = name;
        this.seen = seen;
        this.folder =
                Path.of("target/gallery", Seen.folder(tongue), "film-" + name).toAbsolutePath();
    }

    /** The words under what comes next. */
    void says(int line) {
        cues.add(new Cue(now, tongue.of("sheets", "sheets.film." + name + "." + line)));
    }

    void hold(double seconds) {
        last = folder.resolve("%03d.png".formatted(list.size()));
        page.screenshot(new ScreenshotOptions().setPath(last));
        list.add("file '%s'\nduration %s".formatted(last, seconds));
        now += seconds;
        var window = page.viewportSize();
        seen.look(page, "film-" + name, 0.0, 0.0, (double) window.width, (double) window.height);
    }

    /** What stands for the film before it plays: the picture that was taken last. */
    void isPoster() {
        poster = last;
    }

    void point(Locator target) {
        target.scrollIntoViewIfNeeded();
        hold(AFTER);
        target.evaluate(RING);
        hold(READING);
    }

    void press(Locator target) {
        point(target);
        page.evaluate(NO_RING);
        target.click();
    }

    void type(Locator field, String text) {
        point(field);
        page.evaluate(NO_RING);
        field.click();
        for (var from = 0; from < text.length(); from += 3) {
            field.pressSequentially(text.substring(from, Math.min(from + 3, text.length())));
            hold(SHORT);
        }
        hold(AFTER);
    }

    /** @param below pixels left free for the words */
    void cut(int below) {
        var filter = "pad=iw:ih+" + below + ":0:0:color=0x0E141B";
        var to = Seen.assets(tongue);
        try {
            Files.createDirectories(to);
            var reel =
                    Files.writeString(folder.resolve("reel.txt"), String.join("\n", list) + "\nfile '" + last + "'\n");
            Ffmpeg.film(reel.toString(), filter, to.resolve(name + ".mp4").toString());
            Ffmpeg.run(
                    "-i",
                    poster.toString(),
                    "-vf",
                    filter + ",scale=iw/2:-1",
                    "-q:v",
                    "6",
                    to.resolve(name + ".jpg").toString());
            Files.writeString(to.resolve(name + ".vtt"), captions());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String captions() {
        var text = new StringBuilder("WEBVTT\n");
        for (var number = 0; number < cues.size(); number++) {
            var cue = cues.get(number);
            var end = number + 1 < cues.size() ? cues.get(number + 1).start() : now;
            text.append("\n%s --> %s\n%s\n".formatted(time(cue.start()), time(end), cue.text()));
        }
        return text.toString();
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%02d:%06.3f", (int) seconds / 60, seconds % 60);
    }
}
