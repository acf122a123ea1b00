package fr.predice.visio.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditFault;
import fr.predice.visio.platform.web.Texts;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever adds a deed to the trail says in both languages what it is. */
class JournalWordsTest {
    @ParameterizedTest
    @EnumSource
    void hasALabelForEachDeed(AuditAction action) {
        assertThat(Texts.get(Locale.FRENCH, "journal.action." + action)).isNotBlank();
        assertThat(Texts.get(Locale.ENGLISH, "journal.action." + action)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void hasASentenceForEachFault(AuditFault.Kind kind) {
        for (var language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
            assertThat(Texts.get(language, "journal.fault." + kind, "12", "3-5", "hier"))
                    .contains("hier")
                    .containsAnyOf("12", "3-5")
                    .doesNotContain("{");
        }
    }
}
