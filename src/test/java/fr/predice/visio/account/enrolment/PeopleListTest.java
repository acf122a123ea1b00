package fr.predice.visio.account.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.account.enrolment.ListRefused.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleListTest {
    private static final String TITLES = "nom;prenom;profession;numero;etablissement;ville;finess;mail;portable\r\n";
    private static final String LINE =
            "Le Goff;Élodie;Infirmière;10002813839;Les Tilleuls;Amiens;;elodie@example.org;06 12 34 56 78\r\n";

    @Test
    void readsWhatSpreadsheetsSave() {
        var text = TITLES + LINE;
        var withCommas = text.replace(';', ',').getBytes(StandardCharsets.UTF_8);
        var marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
        var fromExcel = text.getBytes(Charset.forName("windows-1252"));

        for (var file : new byte[][] {text.getBytes(StandardCharsets.UTF_8), withCommas, marked, fromExcel}) {
            var rows = PeopleList.read(file);
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).get(Heading.GIVEN_NAME)).isEqualTo("Élodie");
            assertThat(rows.get(0).get(Heading.PROFESSION)).isEqualTo("Infirmière");
            assertThat(rows.get(0).get(Heading.MOBILE)).isEqualTo("06 12 34 56 78");
        }
    }

    @Test
    void readsOurOwnModel() throws Exception {
        var rows = PeopleList.read(Files.readAllBytes(Path.of("src/main/webapp/assets/portal/modele-comptes.csv")));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get(Heading.MAIL)).isEqualTo("elodie.legoff@example.org");
    }

    @Test
    void takesColumnsInAnyOrderAndCalledAsPeopleDo() {
        var titles = "Téléphone portable;E-mail;Ville;Établissement;RPPS ou ADELI;Service;Profession;PRÉNOM;Nom";
        var person =
                "0612345678;a@example.org;Amiens;\"Les \"\"Tilleuls\"\"; annexe\";10002813839;;Infirmière;Élodie;Roux";
        var rows = read(titles + "\n" + person);

        assertThat(rows.get(0).get(Heading.FAMILY_NAME)).isEqualTo("Roux");
        assertThat(rows.get(0).get(Heading.ESTABLISHMENT)).isEqualTo("Les \"Tilleuls\"; annexe");
        assertThat(rows.get(0).get(Heading.NUMBER)).isEqualTo("10002813839");
        assertThat(rows.get(0).get(Heading.FINESS)).isEmpty();
    }

    @Test
    void namesTheLinesOfTheFile() {
        var rows = read(TITLES + LINE + "\r\n;;;;;;;;\r\n" + LINE + "Roux;Paul");

        assertThat(rows).extracting(Row::line).containsExactly(2, 5, 6);
        assertThat(rows.get(2).get(Heading.MOBILE)).isEmpty();
    }

    @Test
    void saysWhichColumnsAreMissing() {
        assertThatThrownBy(() -> read("nom;prenom;mail;numero;profession\nRoux;Paul;;;"))
                .isInstanceOfSatisfying(ListRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.NO_COLUMN);
                    assertThat(refused.missing()).containsExactly("etablissement", "ville", "portable");
                });
    }

    @Test
    void refusesWhatIsNoList() {
        refuses("", Reason.EMPTY);
        refuses(TITLES, Reason.EMPTY);
        refuses("PK\u0003\u0004\u0014\u0000", Reason.NOT_TEXT);
        refuses(TITLES + "\"Roux;Paul\r\n" + LINE, Reason.BROKEN);
        refuses(TITLES + LINE.repeat(PeopleList.MOST_LINES + 1), Reason.TOO_BIG);
        refuses(" ".repeat(PeopleList.MOST_BYTES + 1), Reason.TOO_BIG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"b;c", "a;\"", "\"\"\"", ";", "\r\r\n;\"x"})
    void isBroughtDownByNothing(String nonsense) {
        assertThatThrownBy(() -> read(nonsense)).isInstanceOf(ListRefused.class);
    }

    private static void refuses(String text, Reason reason) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        ListRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static List<Row> read(String text) {
        return PeopleList.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
