package fr.predice.visio.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.account.Finess;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.NewcomersForm;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same house under two names becomes one. */
@ExtendWith(StackExtension.class)
class EstablishmentsIT {
    private static final String NAME = "SELECT name || ', ' || town FROM establishment WHERE id = '%s'";
    private static final String NUMBER = "SELECT finess FROM establishment WHERE id = '%s'";
    private static final String STAFF = "SELECT count(*) FROM account WHERE establishment_id = '%s'";

    private static Stack stack;
    private static Tables tables;
    private static Visitor admin;

    private final String some = NewcomersForm.of("a", "b").number().substring(2);
    private final UUID one = known("Foyer " + some);
    private final UUID other = known("Le Foyer " + some);
    private final TestAccount person = TestAccount.open(stack).with(stack, "establishment_id = '" + one + "'");

    @BeforeAll
    static void signIn(Stack started) {
        stack = started;
        tables = new Tables(started);
        admin = new Portal(stack.address())
                .signInToAdministrate(TestAccount.openAdministrator(stack))
                .visitor();
    }

    private static UUID known(String name) {
        var id = UUID.randomUUID();
        tables.execute("INSERT INTO establishment VALUES ('" + id + "', '" + name + "', 'Amiens', NULL, now())");
        return id;
    }

    @Test
    void givesOneAnotherName() {
        assertThat(admin.get("/admin/etablissements").body()).contains("Foyer " + some, "1 compte");

        assertThat(change("Maison " + some, "Albert", finess()).statusCode()).isEqualTo(302);
        assertThat(tables.texts(NAME.formatted(one))).containsExactly("Maison " + some + ", Albert");
        assertThat(tables.texts(NUMBER.formatted(one))).containsExactly(finess());

        assertThat(change("", "", "800000000").body())
                .contains("Saisissez le nom de l’établissement", "Saisissez sa ville", "Ce n’est pas un numéro FINESS");
        assertThat(change("LE FOYER " + some, "amiens", "").body()).contains("Réunissez plutôt les deux.");
        assertThat(tables.texts(NAME.formatted(one))).containsExactly("Maison " + some + ", Albert");
    }

    @Test
    void makesOneOfTwo() {
        tables.execute("UPDATE establishment SET finess = '" + finess() + "' WHERE id = '" + one + "'");
        var asked = admin.get(merging()).body();
        assertThat(asked).contains("Réunir ces deux établissements", "Foyer " + some, "Le Foyer " + some);
        assertThat(tables.count(STAFF.formatted(one))).isEqualTo(1);
        for (var counted :
                List.of(one + "', 'INVITED', 0, 3", other + "', 'INVITED', 0, 4", one + "', 'SIGNED_IN', 0, 1")) {
            tables.execute("INSERT INTO figure (day, establishment_id, name, bucket, total) VALUES ('2020-01-01', '"
                    + counted + ")");
        }

        var answer = merge(asked);

        assertThat(admin.get(answer.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Les deux établissements n’en font plus qu’un.");
        assertThat(tables.count(STAFF.formatted(other))).isEqualTo(1);
        assertThat(tables.texts(NUMBER.formatted(other))).containsExactly(finess());
        assertThat(tables.texts(NAME.formatted(one))).isEmpty();
        assertThat(admin.get("/admin/etablissement?id=" + one).statusCode()).isEqualTo(404);
        assertThat(tables.texts("SELECT action FROM audit_event WHERE subject = '" + one + " " + other + "'"))
                .containsExactly("ESTABLISHMENT_MERGED");
        assertThat(merge(asked).statusCode()).isEqualTo(404);
        assertThat(tables.texts("SELECT establishment_id::text FROM account WHERE id = '" + person.id(stack) + "'"))
                .containsExactly(other.toString());
        assertThat(tables.texts("SELECT name || ' ' || total FROM figure WHERE establishment_id = '" + other
                        + "' AND day = '2020-01-01' ORDER BY name"))
                .containsExactly("INVITED 7", "SIGNED_IN 1");
    }

    @Test
    void doesNotMergeWhatTheRegisterHoldsForTwo() {
        var asked = admin.get(merging()).body();
        tables.execute("UPDATE establishment SET finess = '" + finess() + "' WHERE id = '" + one + "'");
        tables.execute("UPDATE establishment SET finess = '2A" + some.substring(2) + "' WHERE id = '" + other + "'");

        assertThat(merge(asked).body()).contains("ce sont deux établissements");
        assertThat(admin.get(merging()).body()).doesNotContain("id=\"merge\"");
        assertThat(tables.count(STAFF.formatted(one))).isEqualTo(1);
    }

    @Test
    void mergesForAdministratorsAlone() {
        var asked = admin.get(merging()).body();
        var support = new Portal(stack.address())
                .signInToSupport(TestAccount.openSupport(stack))
                .visitor();
        var forged = Visitor.filled(asked, "merging", "merge", Map.of());

        assertThat(support.post(merging(), forged).statusCode()).isEqualTo(403);
        assertThat(new Visitor(stack.address()).post(merging(), forged).statusCode())
                .isEqualTo(302);
        admin.post("/admin/etablissement?id=" + one + "&dans=" + one, forged);
        admin.post("/admin/etablissement?id=" + one + "&dans=x", forged);
        assertThat(tables.count(STAFF.formatted(one))).isEqualTo(1);
    }

    private HttpResponse<String> change(String name, String town, String finess) {
        var path = "/admin/etablissement?id=" + one;
        return admin.submit(
                path, admin.get(path).body(), "change", "save", Map.of("name", name, "town", town, "finess", finess));
    }

    private HttpResponse<String> merge(String asked) {
        return admin.submit(merging(), asked, "merging", "merge", Map.of());
    }

    private String merging() {
        return "/admin/etablissement?id=" + one + "&dans=" + other;
    }

    /** Luhn holds for one last digit of ten. */
    private String finess() {
        return IntStream.range(0, 10)
                .mapToObj(check -> some.substring(0, 8) + check)
                .filter(characters -> Finess.read(characters).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
