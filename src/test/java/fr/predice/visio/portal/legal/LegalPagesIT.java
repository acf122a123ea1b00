package fr.predice.visio.portal.legal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Production;
import fr.predice.visio.support.ProductionExtension;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A site that has told nothing of itself shows templates; one that has, its own names and its own figures. */
@ResourceLock("Production")
@ExtendWith({StackExtension.class, ProductionExtension.class})
class LegalPagesIT {
    private static final List<String> PAGES = List.of("mentions-legales", "donnees-personnelles", "accessibilite");

    private static Stack untold;
    private static Stack told;

    @BeforeAll
    static void open(Stack stack, Production production) {
        untold = stack;
        told = production.stack();
    }

    @ParameterizedTest
    @EnumSource
    void saysThatItIsATemplateAndWhatIsMissing(Tongue tongue) {
        var visitor = new Visitor(untold.address(), tongue.tag());

        assertThat(PAGES)
                .allSatisfy(page -> assertThat(visitor.get("/" + page).body())
                        .contains(tongue.of("legal", "legal.template"), "VISIO_"));
        assertThat(Production.LEGAL.keySet().stream().filter(name -> !name.matches("VISIO_ACCESSIBILITY_(AUDIT|RATE)")))
                .allSatisfy(variable -> assertThat(PAGES.stream()
                                .map(page -> visitor.get("/" + page).body()))
                        .anySatisfy(body -> assertThat(body).contains(variable)));
        assertThat(visitor.get("/accessibilite").body())
                .contains(tongue.of("legal", "legal.access.state.none"), tongue.of("legal", "legal.access.unaudited"));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatTheSiteHasToldAndNothingOfATemplate(Tongue tongue) {
        var visitor = new Visitor(told.address(), tongue.tag());
        var bodies = PAGES.stream().map(page -> visitor.get("/" + page).body()).toList();

        assertThat(bodies)
                .allSatisfy(body -> assertThat(body).doesNotContain(tongue.of("legal", "legal.template"), "VISIO_"));
        assertThat(Production.LEGAL.values())
                .allSatisfy(value -> assertThat(String.join("", bodies)).contains(value));
        assertThat(bodies.get(2))
                .contains(tongue.of("legal", "legal.access.state.partial"))
                .doesNotContain(tongue.of("legal", "legal.access.unaudited"));
    }

    @Test
    void tellsTheFiguresThatErase() {
        var page = new Visitor(told.address()).get("/donnees-personnelles").body();

        assertThat(page)
                .contains(row("participant-numbers", "5\u00a0h"), row("past-sessions", "3\u00a0mois"))
                .contains(row("decided-registrations", "30\u00a0jours"), "<td>8\u00a0mois</td>")
                .contains("OVH SAS");
        assertThat(new Visitor(untold.address()).get("/donnees-personnelles").body())
                .contains(row("participant-numbers", "1\u00a0h"), "<td>12\u00a0mois</td>")
                .doesNotContain("OVH SAS");
    }

    @Test
    void isReachedFromEveryFooter() {
        var footer = new Visitor(told.address()).get("/connexion").body();

        assertThat(Stream.concat(PAGES.stream(), Stream.of("conditions")))
                .allSatisfy(page -> assertThat(footer).contains("href=\"/" + page + "\""));
        assertThat(footer).contains(Tongue.FRENCH.of("legal", "legal.access.short.partial"));
    }

    private static String row(String what, String span) {
        return "<th scope=\"row\">" + Tongue.FRENCH.of("legal", "legal.kept." + what) + "</th><td>" + span + "</td>";
    }
}
