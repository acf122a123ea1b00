package fr.predice.visio.signin.prosante;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.account.ProfessionalNumber;
import fr.predice.visio.account.registration.ToldPractice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonTest {
    private static final Instant BEGUN = Instant.parse("2026-11-28T10:00:00Z");

    @Test
    void mayHaveBeenIdentifiedALittleBefore() {
        assertThat(identified(Duration.ofMinutes(-30)).isIdentifiedFor(BEGUN, false))
                .isTrue();
        assertThat(identified(Duration.ofMinutes(-32)).isIdentifiedFor(BEGUN, false))
                .isFalse();
    }

    @Test
    void isIdentifiedAgainWhereSomebodyElseMaySit() {
        assertThat(identified(Duration.ofMinutes(-2)).isIdentifiedFor(BEGUN, true))
                .isFalse();
        assertThat(identified(Duration.ofSeconds(20)).isIdentifiedFor(BEGUN, true))
                .isTrue();
        assertThat(identified(Duration.ofSeconds(-20)).isIdentifiedFor(BEGUN, true))
                .as("by a clock that is slow")
                .isTrue();
    }

    @Test
    void isBelievedWithoutAnHourOnlyWhereNobodyWasBefore() {
        assertThat(at(Optional.empty()).isIdentifiedFor(BEGUN, false)).isTrue();
        assertThat(at(Optional.empty()).isIdentifiedFor(BEGUN, true)).isFalse();
    }

    private static Person identified(Duration fromBegin) {
        return at(Optional.of(BEGUN.plus(fromBegin)));
    }

    private static Person at(Optional<Instant> identified) {
        return new Person(
                new ProfessionalNumber("10002813839"),
                "Anne",
                "Étienne",
                new ToldPractice("", "", ""),
                identified,
                null);
    }
}
