package fr.predice.visio.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type of themselves and of where they work. */
class NumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"10002813839", "10100473148", "99700075122", "99700252580", "100 028 138 39", " 10.10.04.73.148 "
            })
    void readsRpps(String typed) {
        assertThat(ProfessionalNumber.read(typed)).hasValueSatisfying(number -> {
            assertThat(number.rpps()).isTrue();
            assertThat(number.digits()).hasSize(11);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"809301234", "80 93 01 234"})
    void readsAdeli(String typed) {
        assertThat(ProfessionalNumber.read(typed))
                .hasValueSatisfying(number -> assertThat(number.rpps()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10002813838", "1000281383", "100028138390", "1000281383a", "٩٩٧٠٠٠٧٥١٢٢"})
    void refusesWhatIsNoNumberOfAProfessional(String typed) {
        assertThat(ProfessionalNumber.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"899700735741, 99700735741", "0809301234, 809301234"})
    void readsANationalIdentifier(String identifier, String digits) {
        assertThat(ProfessionalNumber.ofNationalIdentifier(identifier)).hasValue(new ProfessionalNumber(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "99700735741", "899700735742", "0 809301234", "3499700735741", "8٩٩٧٠٠٠٧٥١٢٢", "0123"})
    void refusesWhatIsNoNationalIdentifier(String identifier) {
        assertThat(ProfessionalNumber.ofNationalIdentifier(identifier)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"800000010, 800000010", "80 000 001 0, 800000010", "2a0000154, 2A0000154"})
    void readsFiness(String typed, String characters) {
        assertThat(Finess.read(typed)).hasValue(new Finess(characters));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "800000011", "80000001", "8A0000010", "2C0000154"})
    void refusesWhatIsNoNumberOfAnEstablishment(String typed) {
        assertThat(Finess.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.martin@ehpad-tilleuls.fr", "x+y@a.b.example.org", " o'neil@chu-amiens.fr "})
    void readsAMailAddress(String typed) {
        assertThat(MailAddress.read(typed)).hasValue(new MailAddress(typed.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Élodie", "Le Goff", "Jean-Noël", "d’Artagnan", "O'Neil", "李"})
    void readsAName(String typed) {
        assertThat(PersonName.read(typed)).hasValue(new PersonName(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "x2", "www.example.org", "a/b", "Camille\nBcc", "<b>", "Camille : urgent"})
    void refusesWhatIsNoName(String typed) {
        assertThat(PersonName.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "martin",
                "martin@",
                "@example.org",
                "martin@example",
                "a b@example.org",
                "a@example.org\nBcc: b@example.org",
                "é@example.org"
            })
    void refusesWhatIsNoMailAddress(String typed) {
        assertThat(MailAddress.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Camille, Martin, camille.martin", "Élodie, Le Goff, elodie.le-goff", "Œ, Ñúñez, oe.nunez", "李, 王, x.x"
    })
    void makesAnIdentifierOfAName(String given, String family, String identifier) {
        assertThat(Identifiers.stem(given, family)).isEqualTo(identifier).matches(Account.IDENTIFIER);
    }
}
