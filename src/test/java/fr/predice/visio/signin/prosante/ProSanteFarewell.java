package fr.predice.visio.signin.prosante;

import static fr.predice.visio.support.ProSanteVisitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.OidcProvider.Fault;
import fr.predice.visio.support.NewcomersForm;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.ProSanteVisitor.Person;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stays behind at a computer that several people use, here and at the provider. */
abstract class ProSanteFarewell extends ProSanteDesk {
    @Test
    void signsOutOfTheProviderToo() {
        visitor.signIn(person);
        assertThat(location(visitor.here().get("/deconnecte")))
                .as("a link signs nobody out")
                .endsWith("/");
        assertThat(visitor.isSignedIn()).isTrue();

        var left = visitor.here().post("/deconnexion", "");

        assertThat(visitor.leave(farewell(location(left)))).isEqualTo(stack.address() + "/");
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(visitor.isAsked()).isTrue();
        assertThat(location(visitor.here().get(location(left)))).endsWith("/");
    }

    @Test
    void saysThatThePersonIsOutWhereTheProviderIsAway() {
        visitor.signIn(person);
        provider.goesAway();

        var left = visitor.here().post("/deconnexion", "");
        assertThat(visitor.here().get(location(left)).body())
                .contains(text("out.here"), text("out.away"), "href=\"/deconnecte\"")
                .doesNotContain(provider.issuer(), "data-farewell");
        assertThat(visitor.isSignedIn()).isFalse();

        provider.behaves();
        assertThat(visitor.leave(farewell("/deconnecte"))).isEqualTo(stack.address() + "/");
    }

    /** Nobody pressed anything: the next person at this computer does not come in as the one before. */
    @Test
    void identifiesAnewWhoeverComesAfterASessionThatEndedByItself() {
        visitor.signIn(person);
        site.letsTheSessionEnd(account);

        var ended = visitor.here().get("/pro/services");
        assertThat(location(ended)).contains("/connexion?", "expire=1");
        assertThat(visitor.here().get(location(ended)).body()).contains(text("open"), "action=\"/deconnexion\"");

        assertThat(location(visitor.begin("/pro/visio"))).contains("prompt=login");
        assertThat(visitor.isAsked()).isTrue();
        provider.does(Fault.NO_AUTH_TIME);
        assertRefused(visitor.signIn(person), "stale");
        provider.behaves();
        assertThat(location(visitor.signIn(person))).endsWith("/pro/visio");
        assertThat(location(visitor.begin("/pro/visio"))).doesNotContain("prompt=");
    }

    @Test
    void endsTheProvidersSessionAfterOursEndedByItself() {
        visitor.signIn(person);
        site.letsTheSessionEnd(account);

        var left = visitor.here().post("/deconnexion", "");

        assertThat(visitor.leave(farewell(location(left)))).isEqualTo(stack.address() + "/");
        assertThat(visitor.isAsked()).isTrue();
    }

    /** Nobody knows whether the browser arrived where it was led to. */
    @Test
    void identifiesAnewWhoeverComesAfterASignOutThatMayHaveFailed() {
        visitor.signIn(person);
        var left = visitor.here().post("/deconnexion", "");
        visitor.here().get(location(left));

        assertThat(location(visitor.begin("/pro/visio"))).contains("prompt=login");
        provider.does(Fault.NO_AUTH_TIME);
        assertThat(location(visitor.signIn(person))).endsWith("/pro/visio");
    }

    @Test
    void remembersTheOtherSessionThroughThatOfAColleague() {
        visitor.signIn(person);
        site.letsTheSessionEnd(account);
        visitor.here().get("/pro/services");

        new Portal(stack.address(), visitor.here()).signIn(TestAccount.open(stack));
        var left = visitor.here().post("/deconnexion", "");

        assertThat(location(left)).endsWith("/deconnecte");
        assertThat(visitor.leave(farewell(location(left)))).isEqualTo(stack.address() + "/");
        assertThat(visitor.isAsked()).isTrue();
    }

    /** Not even a session is left here that would tell. */
    @Test
    void believesTheProvidersSessionForHalfAnHour() {
        visitor.signIn(person);
        visitor.here().cookie("__Host-session", "forgotten");
        assertThat(location(visitor.begin("/pro/visio"))).contains("max_age=1800");
        assertThat(visitor.isAsked()).isFalse();

        provider.letsAnHourPass();

        assertThat(visitor.isAsked()).isTrue();
    }

    @Test
    void letsInWhomTheProviderIdentifiedWithoutAnHour() {
        provider.does(Fault.NO_AUTH_TIME);

        assertThat(location(visitor.signIn(person))).endsWith("/pro/visio");
    }

    @Test
    void takesThePersonWhoTriesAgainToThePageAskedFor() {
        var refused = visitor.comeBack(visitor.gaveUp());
        assertRefused(refused, "cancelled");

        assertThat(visitor.here().get(location(refused)).body())
                .contains("/pro-sante-connect?retour=%2Fpro%2Fvisio", "/connexion?retour=%2Fpro%2Fvisio");
        assertThat(location(visitor.signIn(person))).endsWith("/pro/visio");
    }

    @Test
    void leavesAFormOfTheirOwnToWhoeverIsSomebodyElse() {
        visitor.signIn(Person.of(NewcomersForm.of("Maëlle", "Lefèvre")));
        assertThat(visitor.here().get("/inscription").body())
                .contains(text("number.told"), text("other"), "action=\"/deconnexion\"");

        var left = visitor.here().post("/deconnexion", "");

        assertThat(visitor.leave(farewell(location(left)))).isEqualTo(stack.address() + "/");
        assertThat(visitor.here().get("/inscription").body())
                .contains("name=\"number\"")
                .doesNotContain("Maëlle", text("other"));
        assertThat(visitor.isAsked()).isTrue();
    }

    @Test
    void stopsABrowserThatBeginsTooOftenAndNoNeighbour() {
        // Twice as often as it may, since a window may end meanwhile.
        assertThat(IntStream.range(0, 61).mapToObj(time -> visitor.begin("/pro/visio")))
                .filteredOn(answer -> answer.statusCode() == 200)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.body())
                        .contains(Tongue.FRENCH.page("signin.busy").replaceAll("\\{0}.*", ""))
                        .doesNotContain(provider.issuer()));
        assertThat(location(site.visitor().signIn(person))).endsWith("/pro/visio");
    }

    /** A window may end meanwhile: one of two is enough. */
    @Test
    void countsNobodyWhoComesIn() {
        assertThat(IntStream.range(0, 2).map(time -> taken(() -> site.visitor().signIn(person))))
                .contains(0);

        // Unless the same account comes in without end.
        site.tables().execute("UPDATE rate_limit SET used = 30 WHERE bucket LIKE 'prosante-arrivals:%'");
        assertThat(IntStream.range(0, 2).map(time -> taken(() -> site.visitor().signIn(person))))
                .contains(2);

        visitor.signIn(person);
        var before = site.taken("prosante-starts");
        visitor.begin("/pro/visio");
        assertThat(site.taken("prosante-starts"))
                .as("by a device that is known, at an address that others share")
                .isEqualTo(before);
    }

    private static int taken(Runnable meanwhile) {
        var before = taken();
        meanwhile.run();
        return taken() - before;
    }

    private static int taken() {
        return site.taken("prosante-browser") + site.taken("prosante-starts");
    }

    /** @return where the page of whoever signed out leads */
    private String farewell(String page) {
        return visitor.here()
                .get(page)
                .body()
                .replaceAll("(?s).*href=\"(" + provider.issuer() + "[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }
}
