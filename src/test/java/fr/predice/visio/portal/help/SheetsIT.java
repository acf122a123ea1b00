package fr.predice.visio.portal.help;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import fr.predice.visio.platform.qr.QrCode;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The help sheets: read by everybody without a session, printed on one page each, with films that play. */
@ExtendWith(StackExtension.class)
@ParameterizedClass
@EnumSource
class SheetsIT {
    private static final List<String> PAGES =
            List.of("/aide", "/aide/fiche-1", "/aide/fiche-2", "/aide/fiche-3", "/aide/fiche-4");
    private static final Pattern PAGE_OF_PAPER = Pattern.compile("/Type\\s*/Page\\b");
    private static final String LOADED =
            "() => Array.from(document.images).every((image) => image.complete && image.naturalWidth > 0)";
    private static final String NARROW = "() => document.documentElement.scrollWidth <= window.innerWidth";

    /** Seconds, and the captions that came with it. */
    private static final String PLAY = """
            (film) => new Promise((resolve, reject) => {
              film.onerror = () => reject(film.error.message);
              film.muted = true;
              film.play().then(() => {
                const track = film.textTracks[0];
                const done = () => track.cues && track.cues.length
                  ? resolve([film.duration, track.cues.length, film.videoWidth, film.videoHeight])
                  : setTimeout(done, 50);
                done();
              }, reject);
            })""";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static People people;
    static String address;

    @Parameter
    Tongue tongue;

    private OrganizerAtDesk reader;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
        address = stack.publicAddress();
    }

    @BeforeEach
    void sitDown() {
        reader = people.organizer(browsers.desk(tongue).expectRefusal(404));
    }

    @Test
    void areTwoClicksFromAnywhere() {
        for (var path : List.of("/", "/connexion", "/nowhere", "/prerequis")) {
            reader.open(path);
            assertThat(help()).isVisible();
        }
        reader.signIn();
        assertThat(help()).isVisible();

        var opened = reader.page().waitForPopup(() -> help().click());
        for (var number = 1; number <= 4; number++) {
            opened.locator(".help-index a").nth(number - 1).click();
            assertThat(opened.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText(tongue.of("sheets", "sheets.number").replace("{0}", "" + number));
            opened.goBack();
        }
    }

    @Test
    void standBesideTheStepTheyExplain() {
        reader.open("/connexion");
        opens("/aide/fiche-2#authentification-forte");
        reader.signIn();
        opens("/aide/fiche-3#inviter");
        opens("/aide/fiche-4#carte");
        reader.invite(TestAccount.someNumber());
        reader.hears("room.waiting");
        opens("/aide/fiche-4");
    }

    private void opens(String sheet) {
        var opened = reader.page()
                .waitForPopup(
                        () -> reader.page().locator("a[href='" + sheet + "']").click());
        assertThat(opened.locator("h1"))
                .containsText(tongue.of("sheets", "sheets.number").substring(0, 5));
        opened.close();
    }

    private Locator help() {
        var starts = Pattern.compile("^" + tongue.of("sheets", "sheets.link") + "\\b");
        return reader.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(starts));
    }

    @Test
    void areForEverybody() {
        var axe = new AxeReview();
        for (var path : PAGES) {
            for (var width : List.of(1366, 320)) {
                reader.page().setViewportSize(width, 768);
                reader.open(path);
                reader.page()
                        .evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })");
                assertThat((boolean) reader.page().evaluate(NARROW))
                        .as(path + " at " + width)
                        .isTrue();
                axe.look(path + " " + width, reader.page());
                take(path, width);
            }
        }
        axe.foundNothing();
        assertThat(reader.page().context().cookies()).isEmpty();
    }

    private void take(String path, int width) {
        var name = tongue + path.replace('/', '-') + "-" + width + ".png";
        reader.page()
                .screenshot(new ScreenshotOptions()
                        .setPath(Path.of("target/sheets", name))
                        .setFullPage(true));
    }

    @Test
    void printOnOnePageEach() throws IOException {
        for (var path : PAGES.subList(1, PAGES.size())) {
            reader.open(path);
            reader.page().waitForFunction(LOADED);
            var paper = reader.page()
                    .pdf(new PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
            Files.createDirectories(Path.of("target/sheets"));
            Files.write(Path.of("target/sheets", tongue + path.replace('/', '-') + ".pdf"), paper);

            assertThat(PAGE_OF_PAPER
                            .matcher(new String(paper, StandardCharsets.ISO_8859_1))
                            .results()
                            .count())
                    .as(path)
                    .isEqualTo(1);
        }
    }

    @Test
    void showTheFilmsTheyPromise() {
        var sheet = 2;
        for (var film : List.of("connection", "use", "participant")) {
            reader.open("/aide/fiche-" + sheet);
            var page = reader.page();
            var qr = page.locator(".help-qr");
            var opens =
                    address + "/aide/fiche-" + sheet + "?lang=" + (tongue == Tongue.FRENCH ? "fr" : "en") + "#video";
            assertThat(qr.locator("path").getAttribute("d"))
                    .isEqualTo(QrCode.of(opens).path());
            qr.click();
            assertThat(page).hasURL(Pattern.compile("#film$"));

            var told = (List<?>) page.locator("#film").evaluate(PLAY);
            assertThat(((Number) told.get(0)).doubleValue()).as(film).isBetween(30.0, 62.0);
            assertThat(((Number) told.get(1)).intValue())
                    .isEqualTo(page.locator(".help-text li").count());
            assertThat(told.subList(2, 4))
                    .as(film)
                    .extracting(Object::toString)
                    .containsExactly(
                            page.locator("#film").getAttribute("width"),
                            page.locator("#film").getAttribute("height"));
            sheet++;
        }
    }

    /** Which Safari asks for before it plays. */
    @Test
    void giveFilmsInPartsForGood() {
        reader.open("/aide/fiche-2");
        var film = address + reader.page().locator("#film source").getAttribute("src");
        var asked = reader.page().request().get(film, RequestOptions.create().setHeader("Range", "bytes=0-1"));

        assertThat(asked.status()).isEqualTo(206);
        assertThat(asked.body()).hasSize(2);
        assertThat(asked.headers())
                .containsEntry("content-type", "video/mp4")
                .containsEntry("accept-ranges", "bytes")
                .hasEntrySatisfying("content-range", range -> assertThat(range).matches("bytes 0-1/\\d+"))
                .hasEntrySatisfying("cache-control", kept -> assertThat(kept).contains("immutable"));
        var captions = reader.page().request().get(film.replace(".mp4", ".vtt"));
        assertThat(captions.headers().get("content-type")).startsWith("text/vtt");
    }
}
