package fr.predice.visio.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.platform.watch.Finding;
import fr.predice.visio.platform.watch.Told;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckRowTest {
    @ParameterizedTest
    @CsvSource({
        "database, away",
        "database, readonly",
        "schema, newer",
        "database, slow",
        "database, failed",
        "outbox, late",
        "outbox, stuck",
        "outbox, nodatabase",
        "mail, away",
        "sms, low",
        "sms, credentials",
        "sms, credit",
        "sms, sender",
        "sms, service",
        "sms, quota",
        "sms, server",
        "sms, network",
        "turn, some",
        "turn, none",
        "turn, soon",
        "certificate, soon",
        "certificate, over",
        "certificate, unreachable",
        "clock, apart",
        "disk, little",
        "disk, full"
    })
    void hasWordsForWhatIsWrongAndWhatToDo(String check, String problem) {
        for (var language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
            var finding = Finding.bad(problem).with("days", -1).with("messages", 2);
            var row = new CheckRow(new Told(check, false, finding, Instant.EPOCH), language);

            assertThat(row.getLabel()).isNotBlank();
            assertThat(row.getState()).isNotBlank();
            assertThat(row.getProblem()).endsWith(".");
            assertThat(row.getAdvice()).endsWith(".").isNotEqualTo(row.getProblem());
            assertThat(row.getFigures()).hasSize(2).doesNotContain("");
        }
    }
}
