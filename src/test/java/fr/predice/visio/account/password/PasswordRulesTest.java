package fr.predice.visio.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.account.password.PasswordRules.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final List<String> OWN = List.of(
            "camille.martin", "Camille Martin", "camille.martin@ehpad-tilleuls.fr", "Visio sécurisée", "Prédice");

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "le chat dort sur le toit",
                "éàüçœ ñß¿¡ 漢字かな",
                "🦊🦊 sept renards",
                "xK9#mQ2$vL5n",
                "Martin-pêcheur au bord de l’eau"
            })
    void acceptsAnyCharacters(String password) {
        assertThat(rules.refusal(password, OWN)).isEmpty();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(rules.refusal("abcdefghijk", OWN)).hasValue(Refusal.TOO_SHORT);
        assertThat(rules.refusal("🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔", OWN)).hasValue(Refusal.TOO_SHORT);
        assertThat(rules.refusal("🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧", OWN)).isEmpty();
        assertThat(rules.refusal("le chat dort ".repeat(10), OWN)).hasValue(Refusal.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"123456654321", "QwertyQwerty", "motherfucker", "aaaaaaaaaaaaa", "abcabcabcabc1", "2026202620262"
            })
    void refusesWhatEverybodyWouldTry(String password) {
        assertThat(rules.refusal(password, OWN)).hasValue(Refusal.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamilleMartin1",
                "camille.martin",
                "martin-2026-!!",
                "VisioSécurisée1",
                "visio-securisee-2026",
                "tPrédice2026!"
            })
    void refusesWhatIsKnownOfThePerson(String password) {
        assertThat(rules.refusal(password, OWN)).hasValue(Refusal.PERSONAL);
    }

    @Test
    void opensAccountsWithAPasswordThatItWouldAccept() {
        assertThat(InitialPassword.random())
                .matches("([a-z2-9]{4}-){3}[a-z2-9]{4}")
                .doesNotContain("l", "o")
                .isNotEqualTo(InitialPassword.random())
                .satisfies(password -> assertThat(rules.refusal(password, OWN)).isEmpty());
    }
}
