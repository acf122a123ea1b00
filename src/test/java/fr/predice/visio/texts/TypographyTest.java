package fr.predice.visio.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * French as it is set: in pages and mails. An SMS has neither the space that does not break nor the curved apostrophe.
 */
class TypographyTest {
    /** The customer's own labels, kept to the letter. */
    private static final Set<String> OF_THE_SEED =
            Set.of("Demande d'inscription", "Code d'accès à usage unique", "Lancer l'invitation et entrer en salle");

    private static final Map<String, Pattern> FAULTS = Map.of(
            "a space that breaks before ; : ! ? » or after «",
            Pattern.compile(" [;:!?»]|« "),
            "no space before ; ! ? » or after «",
            Pattern.compile("[^\\s\\u00A0\\u202F][;!?»]|«(?![\\u00A0 ])"),
            "no space before a colon",
            Pattern.compile("[^\\s\\u00A0\\d]:(?=\\s|$)"),
            "a straight apostrophe",
            Pattern.compile("(?<=[\\p{L}])'{1,2}(?=[\\p{L}«{])"),
            "a straight quotation mark",
            Pattern.compile("\""),
            "three points for an ellipsis",
            Pattern.compile("\\.\\.\\."),
            "two spaces",
            Pattern.compile(" {2}"),
            "oe for œ",
            Pattern.compile("\\b(?:[cC]oeur|[sS]oeur|[oO]eil|[vV]oeu|n?oeuds?|[oO]euvre)"));

    /** What is written for a machine in a sentence: not French. */
    private static final Pattern NOT_FRENCH =
            Pattern.compile("https?://\\S+|X-Forwarded-Proto: https|server_tokens off;|TERM:.*");

    private static final Pattern SMS = Pattern.compile("^sms\\.|^profile\\.sms\\.|\\.message\\.sms$");

    static Stream<Bundle> bundles() {
        return Bundle.french().stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void isSetAsFrenchIs(Bundle bundle) {
        var faults = bundle.texts().entrySet().stream()
                .filter(text -> !SMS.matcher(text.getKey()).find())
                .filter(text -> !OF_THE_SEED.contains(text.getValue()))
                .flatMap(text -> faults(text.getValue()).map(fault -> text.getKey() + ": " + fault))
                .toList();

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Êtes-vous là ?      | a space that breaks before ; : ! ? » or after «
            Choisissez « Oui »  | a space that breaks before ; : ! ? » or after «
            Bonjour!            | no space before ; ! ? » or after «
            Choisissez «Oui»    | no space before ; ! ? » or after «
            Le code: 123        | no space before a colon
            L'appel             | a straight apostrophe
            L''appel de {0}     | a straight apostrophe
            Le "code"           | a straight quotation mark
            Un instant...       | three points for an ellipsis
            Un  instant         | two spaces
            Les noeuds          | oe for œ
            """)
    void findsEachFault(String text, String fault) {
        assertThat(faults(text)).containsExactly(fault);
    }

    @Test
    void findsNoneInGoodFrench() {
        var good = List.of(
                "Êtes-vous là\u00A0? Choisissez «\u00A0Oui\u00A0»\u00A0: c’est tout.",
                "À 14:30, ouvrez https://visio.example.org/r…",
                "{0}\u00A0: le nœud répond");

        assertThat(good).flatMap(text -> faults(text).toList()).isEmpty();
    }

    private static Stream<String> faults(String text) {
        var french = NOT_FRENCH.matcher(text).replaceAll("…");
        return FAULTS.entrySet().stream()
                .filter(fault -> fault.getValue().matcher(french).find())
                .map(Map.Entry::getKey);
    }
}
