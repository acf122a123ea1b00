package fr.predice.visio.account.enrolment;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a list says of each person. The first name of a column is the one in our model. */
enum Heading {
    FAMILY_NAME("nom", "nomdefamille", "familyname"),
    GIVEN_NAME("prenom", "givenname"),
    PROFESSION("profession"),
    NUMBER("numero", "rpps", "numerorpps", "adeli", "rppsouadeli", "numerorppsouadeli", "number"),
    ESTABLISHMENT("etablissement", "establishment"),
    TOWN("ville", "town"),
    FINESS("finess", "numerofiness"),
    MAIL("mail", "email", "courriel", "adressemail"),
    MOBILE("portable", "mobile", "telephoneportable");

    private final List<String> names;

    Heading(String... names) {
        this.names = List.of(names);
    }

    String title() {
        return names.get(0);
    }

    /** The one that this title means, whatever its case, accents and spaces. */
    static Optional<Heading> named(String title) {
        var letters = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("[^\\p{Alpha}]", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(heading -> heading.names.contains(letters))
                .findFirst();
    }
}
