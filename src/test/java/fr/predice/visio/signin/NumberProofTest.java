package fr.predice.visio.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a card, or Pro Santé Connect, and an account name the same person. */
class NumberProofTest {
    @ParameterizedTest
    @CsvSource({
        "Camille Martin,      CAMILLE,       MARTIN",
        "Anne-Lise Étienne,   ANNE LISE,     ETIENNE",
        "Anne-Lise Étienne,   ANNE,          ÉTIENNE",
        "Anne Étienne,        ANNE LISE,     ETIENNE",
        "Zoé D’Angély,        ZOE MARIE,     D ANGELY",
        "Cœlia Bœuf,          COELIA,        BOEUF",
        "martin camille,      Camille,       Martin",
        "Camille Le Goff-Roy, CAMILLE,       LE GOFF",
        "Camille Roy,         CAMILLE,       LE GOFF ROY"
    })
    void takesTheSamePersonHoweverWritten(String account, String given, String family) {
        assertThat(NumberProof.fits(account, given, family)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Camille Martin, CAMILLE, DURAND",
        "Camille Martin, JEAN,    MARTIN",
        "Jean Martin,    JEAN MARTIN, DURAND",
        "Anne Le Goff,   ANNE,    LE BRAS",
        "Martine Dupond, ANNE,    MARTIN",
        "Camille Martin, '',      MARTIN",
        "Camille Martin, CAMILLE, ''",
        "'',             '',      ''"
    })
    void takesNobodyElse(String account, String given, String family) {
        assertThat(NumberProof.fits(account, given, family)).isFalse();
    }
}
