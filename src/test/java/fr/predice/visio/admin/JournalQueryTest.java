package fr.predice.visio.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditResult;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalQueryTest {
    private static final String PERSON = "7f0c8a3e-8f6b-4c36-a1a4-2f6f0f0f1b11";

    @Test
    void saysInTheAddressWhatItReadsThere() {
        var asked = Map.of(
                "du", "2026-11-01",
                "au", "2026-11-27",
                "action", "SIGNED_IN",
                "personne", PERSON,
                "origine", "12",
                "resultat", "DONE",
                "avant", "400");

        var query = JournalQuery.of(asked::get);

        assertThat(query.from()).hasValue(LocalDate.of(2026, 11, 1));
        assertThat(query.action()).hasValue(AuditAction.SIGNED_IN);
        assertThat(query.result()).hasValue(AuditResult.DONE);
        assertThat(query.before()).isEqualTo(400);
        assertThat(query.backwards()).isFalse();
        assertThat(query.inAddress())
                .isEqualTo("du=2026-11-01&au=2026-11-27&action=SIGNED_IN&personne=" + PERSON
                        + "&origine=12&resultat=DONE");
    }

    @Test
    void asksForEverythingWhereTheAddressMakesNoSense() {
        var query = JournalQuery.of(name -> "' OR 1=1 --");

        assertThat(query.everything()).isTrue();
        assertThat(query.newest()).isTrue();
    }

    @Test
    void seesThatAPeriodRunsBackwards() {
        assertThat(JournalQuery.of(Map.of("du", "2026-11-02", "au", "2026-11-01")::get)
                        .backwards())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 2026-11-27",
        "27/11/2026, 2026-11-27",
        "' 1/2/2026 ', 2026-02-01",
        "31/02/2026,",
        "hier,",
        "2026-13-01,"
    })
    void readsADayAsBrowsersOrPeopleWriteIt(String typed, LocalDate day) {
        assertThat(JournalDays.read(typed).orElse(null)).isEqualTo(day);
    }
}
