package fr.predice.visio.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** A page holds no words of a language: they would be there in one language only. */
class TextInPageTest {
    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** Attributes that a person reads or hears. */
    private static final Set<String> SAID =
            Set.of("title", "alt", "aria-label", "placeholder", "label", "text", "busy", "summary", "content");

    /** Names of things, the same in every language: units, addresses, columns of a file, a command. */
    private static final Set<String> NAMES = Set.of(
            "www.cnil.fr/fr/plaintes",
            "formulaire.defenseurdesdroits.fr",
            "ms",
            "ms ·",
            "Mbit/s",
            "psql -U visio_owner -d visio -Atc \"SELECT verify_audit()\"",
            "nom, prenom",
            "profession",
            "numero",
            "etablissement, ville",
            "finess",
            "mail",
            "portable");

    static Stream<Path> pages() {
        return Sources.files("src/main/webapp").filter(file -> file.toString().endsWith(".xhtml"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysOnlyWhatABundleHolds(Path page) throws Exception {
        assertThat(words(Sources.text(page))).isSubsetOf(NAMES);
    }

    @Test
    void findsWords() throws Exception {
        var page =
                "<div aria-label=\"Menu\"><meta name=\"viewport\" content=\"width=device-width\"/>#{msg['a.b']} Oui<p>"
                        + "#{call['x']}\u00A0: </p></div>";

        assertThat(words(page)).containsExactly("Menu", "Oui");
    }

    private static List<String> words(String page) throws Exception {
        var parser = DocumentBuilderFactory.newInstance();
        parser.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var root = parser.newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(new java.io.StringReader(page)))
                .getDocumentElement();
        var found = new ArrayList<String>();
        look(root, found);
        return found;
    }

    private static void look(Node node, List<String> found) {
        if (node instanceof Text text) {
            keep(text.getData(), found);
        } else if (node instanceof Element element && !element.getTagName().equals("meta")) {
            SAID.forEach(name -> keep(element.getAttribute(name), found));
        }
        var children = node.getChildNodes();
        IntStream.range(0, children.getLength()).mapToObj(children::item).forEach(child -> look(child, found));
    }

    private static void keep(String said, List<String> found) {
        var left = EXPRESSION.matcher(said).replaceAll("").strip();
        if (WORD.matcher(left).find()) {
            found.add(left);
        }
    }
}
