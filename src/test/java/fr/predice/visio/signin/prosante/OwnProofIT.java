package fr.predice.visio.signin.prosante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.Nonce;
import fr.predice.visio.platform.config.ProSante;
import fr.predice.visio.stack.OidcProvider;
import fr.predice.visio.support.ProSanteVisitor;
import fr.predice.visio.support.TestCertificate;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the provider knows this site: by its certificate (RFC 8705 §2.1), as in ProSanteIT, or by a secret. */
class OwnProofIT {
    private static final String HOME = "https://visio.example.org";
    private static final URI BACK = URI.create(HOME + "/pro-sante-connect/retour");

    private static TestCertificate own;
    private static OidcProvider provider;

    @BeforeAll
    static void start() {
        own = TestCertificate.of("dns:visio.example.org");
        provider = OidcProvider.startFor(own.keyStore(), TestCertificate.PASSWORD, "it-prosante-proof");
        provider.trust().forEach(System::setProperty);
    }

    @AfterAll
    static void stop() {
        provider.trust().keySet().forEach(System::clearProperty);
        provider.close();
    }

    @Test
    void identifiesPeopleForWhoeverShowsTheCertificate() throws Exception {
        provider.knows("tls_client_auth", List.of(BACK.toString()), List.of());

        var person = identified(Optional.empty(), own);

        assertThat(person.number().digits()).isEqualTo("10002813839");
        assertThat(person.familyName()).isEqualTo("Étienne");
        var another = TestCertificate.of("dns:another.example.org");
        assertThatThrownBy(() -> identified(Optional.empty(), another)).isInstanceOf(Refused.class);
    }

    /** With a certificate too, the secret is what is sent. */
    @Test
    void identifiesPeopleForWhoeverHasTheSecret() throws Exception {
        provider.knows("client_secret_basic", List.of(BACK.toString()), List.of());

        var person = identified(Optional.of(provider.secret()), own);

        assertThat(person.number().digits()).isEqualTo("10002813839");
        var asked = provider.seen("/token");
        assertThat(asked.get(asked.size() - 1).getString("authorization")).isEqualTo("Basic");
        assertThat(asked.get(asked.size() - 1).getJsonObject("query")).isEmpty();
        assertThatThrownBy(() -> identified(Optional.of("a-guess"), own))
                .isInstanceOf(Refused.class)
                .hasMessageNotContaining("a-guess");
    }

    private static Person identified(Optional<String> secret, TestCertificate shown) throws Refused {
        var store = new ProSante.Certificate(shown.keyStore(), TestCertificate.PASSWORD);
        var issuer = URI.create(provider.issuer());
        var discovery = URI.create(issuer + "/.well-known/wallet-openid-configuration");
        var site = new ProSante(
                issuer, OidcProvider.CLIENT, secret, Optional.of(store), discovery, Optional.empty(), "eidas1");
        var certificate = ClientCertificate.read(store);
        var channel = new BackChannel(Optional.empty(), Optional.of(certificate.connections()));
        var exchange = new Exchange(
                site, new Provider(site, channel, Clock.systemUTC()).answering(), channel, Optional.of(certificate));
        var secrets = new Exchange.Secrets(new State(), new Nonce(), new CodeVerifier());
        var anybody = new ProSanteVisitor.Person("810002813839", "Anne-Lise", "Étienne");
        var answer = new ProSanteVisitor(HOME, provider)
                .answerTo(exchange.question(secrets, BACK, false).toString(), anybody);
        return exchange.identify(URLUtils.parseParameters(URI.create(answer).getRawQuery()), secrets, BACK);
    }
}
