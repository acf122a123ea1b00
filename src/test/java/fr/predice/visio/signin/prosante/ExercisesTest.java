package fr.predice.visio.signin.prosante;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.account.registration.ToldPractice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExercisesTest {
    private static final Map<String, Object> TILLEULS =
            Map.of("raisonSocialeSite", "LES TILLEULS", "numeroFinessSite", "800000044");

    @Test
    void tellsTheOneProfessionAndTheOnePlace() {
        assertThat(Exercises.told(working(exercise("60", "C", TILLEULS))))
                .isEqualTo(new ToldPractice("Infirmier", "LES TILLEULS", "800000044"));
        assertThat(Exercises.told(working(exercise("60", "C", TILLEULS), exercise("60", "C", TILLEULS))))
                .isEqualTo(new ToldPractice("Infirmier", "LES TILLEULS", "800000044"));
    }

    @Test
    void leavesToThePersonWhatIsNotCertain() {
        var elsewhere = Map.<String, Object>of("raisonSocialeSite", "CABINET", "numeroFinessSite", "");

        assertThat(Exercises.told(working(exercise("60", "C", TILLEULS, elsewhere))))
                .isEqualTo(new ToldPractice("Infirmier", "", ""));
        assertThat(Exercises.told(working(exercise("60", "C"), exercise("93", "C"))))
                .isEqualTo(new ToldPractice("", "", ""));
        assertThat(Exercises.told(working(exercise("10", "E", TILLEULS))))
                .as("a student is no physician yet")
                .isEqualTo(new ToldPractice("", "", ""));
    }

    @Test
    void takesWhatIsNoneForNothing() {
        var nothing = new ToldPractice("", "", "");
        var broken = Map.<String, Object>of("raisonSocialeSite", "A\u202EB", "numeroFinessSite", "800000045");

        assertThat(Exercises.told(null)).isEqualTo(nothing);
        assertThat(Exercises.told("60")).isEqualTo(nothing);
        assertThat(Exercises.told(Map.of("exercices", Arrays.asList(null, 60, List.of()))))
                .isEqualTo(nothing);
        assertThat(Exercises.told(working(exercise("61", "C", broken)))).isEqualTo(nothing);
    }

    @SafeVarargs
    private static Map<String, Object> working(Map<String, Object>... exercises) {
        return Map.of("codeCivilite", "MME", "exercices", List.of(exercises));
    }

    @SafeVarargs
    private static Map<String, Object> exercise(String profession, String category, Map<String, Object>... sites) {
        return Map.of(
                "codeProfession", profession, "codeCategorieProfessionnelle", category, "activities", List.of(sites));
    }
}
