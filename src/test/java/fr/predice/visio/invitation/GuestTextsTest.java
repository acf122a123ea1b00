package fr.predice.visio.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The invited person reads all of the page in one language. That the words are right, only who speaks it can tell. */
class GuestTextsTest {
    /** Written the same in several languages. */
    private static final Set<String> SAME = Set.of("guest.hour", "guest.minute");

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private static final Pattern QUOTED = Pattern.compile("[«“„]\\h?([^»“”„]+?)\\h?[»”]");

    /** Which button each of these texts tells to touch. */
    private static final Map<String, List<String>> TOUCH = Map.of(
            "guest.ready.tap", List.of("guest.ready.join"),
            "guest.ready.allow", List.of("guest.allow"),
            "taken.audio", List.of("micro"),
            "taken.video", List.of("camera"),
            "taken.both", List.of("micro", "camera"),
            "guest.alone.refused", List.of("camera"),
            "guest.alone.occupied", List.of("camera"));

    @ParameterizedTest
    @EnumSource
    void saysEverythingInItsOwnWords(GuestLanguage language) throws IOException {
        var french = texts("");
        var texts = texts(suffix(language));

        assertThat(texts.keySet()).isEqualTo(french.keySet());
        assertThat(texts.values()).noneMatch(text -> text.toString().isBlank());
        for (var key : french.stringPropertyNames()) {
            assertThat(arguments(texts, key)).as(key).isEqualTo(arguments(french, key));
        }
        if (language != GuestLanguage.FR) {
            var english = texts("_en");
            assertThat(french.stringPropertyNames().stream()
                            .filter(key -> !SAME.contains(key))
                            .filter(key -> texts.get(key).equals(french.get(key))
                                    || language != GuestLanguage.EN
                                            && texts.get(key).equals(english.get(key))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void quotesTheButtonsAsTheyAre(GuestLanguage language) throws IOException {
        var texts = texts(suffix(language));

        TOUCH.forEach((key, buttons) -> assertThat(quoted(texts, key))
                .as(key)
                .containsExactlyElementsOf(
                        buttons.stream().map(texts::getProperty).toList()));
        assertThat(quoted(texts, "guest.asking.what"))
                .isEqualTo(quoted(texts, "guest.ready.allow"))
                .isEqualTo(quoted(texts, "guest.dismissed.what"))
                .hasSize(1);
    }

    /** In Arabic and Russian no letter is Latin, but in names. */
    @ParameterizedTest
    @EnumSource(names = {"AR", "RU"})
    void isWrittenInItsOwnLetters(GuestLanguage language) throws IOException {
        var texts = texts(suffix(language));
        var names = Pattern.compile("SMS|JavaScript|Safari|Chrome|iPhone|iPad|Windows|Apple|aA");

        texts.stringPropertyNames().stream()
                .filter(key -> !key.equals("guest.sms"))
                .forEach(key -> assertThat(names.matcher(texts.getProperty(key)).replaceAll(""))
                        .as(key)
                        .doesNotContainPattern("[A-Za-z]"));
    }

    /** The easy texts stand in for others, under the same names; their buttons are those of the page. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void isEasyToReadInFrenchAndEnglish(String language) throws IOException {
        var ordinary = texts(language.equals("fr") ? "" : "_en");
        var easy = texts("_" + language + "__simple");

        assertThat(easy).hasSizeGreaterThan(40);
        assertThat(ordinary.stringPropertyNames()).containsAll(easy.stringPropertyNames());
        var words = Stream.of("retry", "guest.ready.join", "guest.copy")
                .map(ordinary::getProperty)
                .toList();
        var allow = quoted(ordinary, "guest.ready.allow");
        for (var key : easy.stringPropertyNames()) {
            assertThat(easy.get(key)).as(key).isNotEqualTo(ordinary.get(key));
            assertThat(arguments(easy, key)).as(key).isEqualTo(arguments(ordinary, key));
            assertThat(quoted(easy, key)).as(key).allMatch(word -> words.contains(word) || allow.contains(word));
            assertThat(easy.getProperty(key).split("\n"))
                    .as(key)
                    .allMatch(sentence -> sentence.split("\\h+").length <= 15);
        }
    }

    private static String suffix(GuestLanguage language) {
        return language == GuestLanguage.FR ? "" : "_" + language.getTag();
    }

    private static Set<String> arguments(Properties texts, String key) {
        return ARGUMENT.matcher(texts.getProperty(key))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static List<String> quoted(Properties texts, String key) {
        return QUOTED.matcher(texts.getProperty(key))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Properties texts(String suffix) throws IOException {
        var texts = new Properties();
        try (var file = GuestLanguage.class.getResourceAsStream("/fr/predice/visio/guest" + suffix + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
