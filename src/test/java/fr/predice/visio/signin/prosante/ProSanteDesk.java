package fr.predice.visio.signin.prosante;

import static fr.predice.visio.support.ProSanteVisitor.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.OidcProvider;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.support.NewcomersForm;
import fr.predice.visio.support.ProSanteSite;
import fr.predice.visio.support.ProSanteVisitor;
import fr.predice.visio.support.ProSanteVisitor.Person;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A computer with somebody at it who has an account, a site and a provider: one of each for all stories. */
abstract class ProSanteDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static ProSanteSite site;
    static OidcProvider provider;
    static Stack stack;

    NewcomersForm newcomer;
    Person person;
    TestAccount account;
    ProSanteVisitor visitor;

    @BeforeAll
    static void start() {
        site = ProSanteSite.start();
        provider = site.provider();
        stack = site.stack();
    }

    @BeforeEach
    void somebody() {
        newcomer = NewcomersForm.of("Anne-Lise", "Étienne");
        person = Person.of(newcomer);
        account = TestAccount.open(stack)
                .with(stack, "professional_number = '" + newcomer.number() + "', number_proved = TRUE");
        visitor = site.visitor();
    }

    @AfterEach
    void allIsWell() {
        provider.behaves();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** Each try counts for the limit. */
    static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2));
    }

    void assertRefused(HttpResponse<String> answer, String word) {
        assertThat(location(answer))
                .matches(".*/pro-sante-connect/refus\\?cause=" + word + "(&retour=%2Fpro%2Fvisio)?");
        assertThat(visitor.here().get(location(answer)).body()).contains(text(word + ".title"));
        assertThat(visitor.isSignedIn()).isFalse();
    }

    /** @param key without the bundle's name */
    static String text(String key) {
        return Tongue.FRENCH.of("prosante", "prosante." + key);
    }
}
