package fr.predice.visio.account.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final String NUMBER = "10002813839";
    private static final String OTHER = "10100473148";

    private final Judgement judgement =
            new Judgement(List.of("FR", "RE"), Set.of("99700075122"), Set.of("known@example.org"));

    @Test
    void takesAWholePerson() {
        var verdict = judgement.of(row(2, Map.of(Heading.MOBILE, "612345678", Heading.FINESS, "80 000 004 4")));

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.person()).hasValueSatisfying(person -> {
            assertThat(person.displayName()).isEqualTo("Élodie Le Goff");
            assertThat(person.mobile().e164()).isEqualTo("+33612345678");
            assertThat(person.workplace().finess()).isPresent();
        });
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var verdict = judgement.of(new Row(2, Map.of()));

        assertThat(verdict.person()).isEmpty();
        assertThat(verdict.faults())
                .containsExactlyInAnyOrder(
                        "familyName.required",
                        "givenName.required",
                        "profession.required",
                        "number.required",
                        "establishment.required",
                        "town.required",
                        "mail.required",
                        "mobile.required");
    }

    @Test
    void refusesWhatTheRegistrationFormRefuses() {
        assertThat(faults(Heading.FAMILY_NAME, "Roux, https://example.org")).containsExactly("familyName.refused");
        assertThat(faults(Heading.PROFESSION, "x".repeat(81))).containsExactly("profession.refused");
        assertThat(faults(Heading.TOWN, "Amiens\u202E")).containsExactly("town.refused");
        assertThat(faults(Heading.NUMBER, "1,00028E+10")).containsExactly("number.refused");
        assertThat(faults(Heading.FINESS, "800000000")).containsExactly("finess.refused");
        assertThat(faults(Heading.MAIL, "elodie@")).containsExactly("mail.refused");
        assertThat(faults(Heading.MOBILE, "03 22 80 31 70")).containsExactly("mobile.refused");
        assertThat(faults(Heading.MOBILE, "+32 470 12 34 56")).containsExactly("mobile.country");
    }

    @Test
    void takesNobodyTwice() {
        assertThat(faults(Heading.NUMBER, "99700075122")).containsExactly("number.known");
        assertThat(faults(Heading.MAIL, "Known@Example.org")).containsExactly("mail.known");

        assertThat(judgement.of(row(7, Map.of())).faults()).isEmpty();
        assertThat(judgement
                        .of(row(8, Map.of(Heading.MAIL, "other@example.org")))
                        .faults())
                .containsExactly("number.twice:7");
        assertThat(judgement
                        .of(row(9, Map.of(Heading.NUMBER, OTHER, Heading.MAIL, "ELODIE@example.org")))
                        .faults())
                .containsExactly("mail.twice:7");
    }

    /** The first of two is what is missing: the second is whole. */
    @Test
    void doesNotHoldALineAgainstAnotherThatIsNotTaken() {
        assertThat(judgement.of(row(2, Map.of(Heading.MOBILE, ""))).faults()).isNotEmpty();
        assertThat(judgement.of(row(3, Map.of())).faults()).isEmpty();
    }

    private List<String> faults(Heading heading, String value) {
        return judgement.of(row(2, Map.of(heading, value))).faults();
    }

    private static Row row(int line, Map<Heading, String> changes) {
        var cells = new EnumMap<Heading, String>(Map.of(
                Heading.FAMILY_NAME, "Le Goff",
                Heading.GIVEN_NAME, "Élodie",
                Heading.PROFESSION, "Infirmière",
                Heading.NUMBER, NUMBER,
                Heading.ESTABLISHMENT, "Les Tilleuls",
                Heading.TOWN, "Amiens",
                Heading.MAIL, "elodie@example.org",
                Heading.MOBILE, "06 12 34 56 78"));
        cells.putAll(changes);
        return new Row(line, cells);
    }
}
