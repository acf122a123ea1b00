package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The review finds what it is there for. */
class AxeReviewIT {
    private static final String PAGE = """
            <!DOCTYPE html><html lang="fr"><head><title>Essai</title><style>%s</style></head>
            <body><main><h1>Bonjour</h1>%s</main></body></html>""";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    private CallPage side;

    @BeforeEach
    void open() {
        side = new CallPage(browsers.desk(Tongue.FRENCH));
    }

    @Test
    void letsASoundPagePass() {
        AxeReview.pass("sound", show("", "<img src='data:,' alt='Une personne'>"));
    }

    @Test
    void findsAPictureWithoutWords() {
        var page = show("", "<img src='data:,'>");

        assertThatThrownBy(() -> AxeReview.pass("wordless", page))
                .hasMessageContaining("wordless, 1366 light: image-alt");
    }

    @Test
    void findsWhatCannotBeReadInTheDark() {
        var page = show("@media (prefers-color-scheme: dark) { body { color: #333; background: #222 } }", "");

        assertThatThrownBy(() -> AxeReview.pass("dim", page)).hasMessageContaining("dim, 320 dark: color-contrast");
    }

    /** What it found good once is looked at again wherever something else lies behind. */
    @Test
    void findsATextThatIsGoodElsewhere() {
        var grey = "p { color: #767676; margin: 0; height: 30px }";
        var under = "i { display: block; height: 30px; margin-bottom: -30px; background: #9a9a9a }";
        AxeReview.pass("on white", show(grey, "<p>Bonjour</p>"));

        assertThatThrownBy(() -> AxeReview.pass("on a box", show(grey + under, "<i></i><p>Bonjour</p>")))
                .hasMessageContaining("on a box, 1366 light: color-contrast");
        assertThatThrownBy(() -> AxeReview.pass("within", show(grey + "p { background: #ccc }", "<p>Bonjour</p>")))
                .hasMessageContaining("within, 1366 light: color-contrast");
        assertThatThrownBy(() -> AxeReview.pass("pale", show(grey + "main { opacity: 0.9 }", "<p>Bonjour</p>")))
                .hasMessageContaining("pale, 320 light: color-contrast");
    }

    @Test
    void findsWhatAFingerCannotHit() {
        var page = show("a { display: inline-block; width: 9px }", "<a href='/a'>a</a><a href='/b'>b</a>");

        assertThatThrownBy(() -> AxeReview.pass("tiny", page)).hasMessageContaining("tiny, 320 light: target-size");
    }

    @Test
    void findsWhatLiesBesideANarrowScreen() {
        var page = show("h1 { width: 400px }", "");

        assertThatThrownBy(() -> AxeReview.pass("wide", page))
                .hasMessageContaining("wide, 320 light: wider than the screen: 4")
                .hasMessageNotContaining("1366");
    }

    @Test
    void findsWhatSpacedTextLoses() {
        var page = show("p { width: 160px; height: 20px; overflow: hidden }", "<p>Bonjour à tout le monde</p>");

        assertThatThrownBy(() -> AxeReview.pass("tight", page)).hasMessageContaining("tight, spaced: cut off");
    }

    @Test
    void findsWhatIsTooPaleOrTooSmallInOurColours() {
        var page = show(
                "input { border: 1px solid #ddd } svg { display: block; fill: none; stroke: #ccc }"
                        + " :focus { outline: 3px solid #eee }"
                        + " @media (prefers-color-scheme: dark) { :focus { outline-color: #000 } }",
                "<div id='call'><input aria-label='Nom' style='height: 44px'>"
                        + "<a href='/a' style='display: block' aria-label='Ici'>"
                        + "<svg width='30' height='30'></svg></a></div>");
        var axe = new AxeReview();
        axe.look("pale", page);
        axe.lookAtFocus("pale", page);

        assertThatThrownBy(axe::foundNothing)
                .hasMessageContaining("pale, 320 light: no edge that is seen: <input")
                .hasMessageContaining("pale, 1366 light: a pale icon: <a")
                .hasMessageContaining("x 30 pixels: <a")
                .hasMessageContaining("pale, focus: no focus that is seen: <a")
                .hasMessageNotContaining("focus in the dark: no focus");
    }

    private Page show(String style, String content) {
        side.page().setContent(PAGE.formatted(style, content));
        return side.page();
    }
}
