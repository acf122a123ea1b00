package fr.predice.visio.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationTest {
    /** Words that two languages share. */
    private static final Set<String> SHARED = Set.of(
            "Action",
            "Administration",
            "Code",
            "EN",
            "English",
            "FR",
            "Français",
            "Installation",
            "Invitations",
            "Mail",
            "Pages",
            "Photo",
            "Profession",
            "SMS",
            "Support",
            "Total",
            "Version",
            "Version {0}",
            "PostgreSQL {0}.",
            "direct",
            "h",
            "min",
            "–");

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

    static Stream<Bundle> bundles() {
        return Bundle.french().stream();
    }

    static Stream<Bundle> translations() {
        return bundles().flatMap(bundle -> bundle.translations().stream());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void hasEachTextInTheSameOrder(Bundle translation) {
        assertThat(translation.keys())
                .containsExactlyElementsOf(original(translation).keys());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void leavesNoTextInFrench(Bundle translation) {
        var french = original(translation).texts();

        assertThat(translation.texts().entrySet())
                .filteredOn(text -> text.getValue().equals(french.get(text.getKey())))
                .extracting(text -> text.getValue())
                .isSubsetOf(SHARED);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void saysWhatTheFrenchIsTold(Bundle translation) {
        var french = original(translation).texts();

        assertThat(translation.texts())
                .allSatisfy((key, text) -> assertThat(arguments(text)).as(key).isEqualTo(arguments(french.get(key))));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void holdsNoTextThatNobodySays(Bundle bundle) {
        assertThat(bundle.keys()).filteredOn(key -> !Sources.SAID.names(key)).isEmpty();
    }

    @Test
    void knowsATextThatNobodySays() {
        assertThat(Sources.SAID.names("room.forgottenlongago")).isFalse();
        assertThat(Sources.SAID.names("journal.action.SIGN_IN")).isTrue();
    }

    @Test
    void hasEveryTextThatAPageAsksFor() {
        var missing = Bundle.french().stream()
                .flatMap(bundle -> Sources.SAID
                        .asked(bundle.name())
                        .filter(key -> !bundle.texts().containsKey(key))
                        .map(key -> bundle.name() + " " + key))
                .toList();

        assertThat(missing).isEmpty();
    }

    private static Bundle original(Bundle translation) {
        return bundles()
                .filter(bundle -> bundle.name().equals(translation.name()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }
}
