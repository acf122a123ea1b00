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
import org.junit.jupiter.api.Test;

/** A site without a secret, which the provider knows by its certificate (RFC 8705 §2.1). */
class ClientCertificateIT {
    private static final String HOME = "https://visio.example.org";
    private static final URI BACK = URI.create(HOME + "/pro-sante-connect/retour");

    @Test
    void identifiesPeopleForWhoeverShowsTheCertificate() throws Exception {
        var own = TestCertificate.of("dns:visio.example.org");
        try (var provider =
                OidcProvider.startFor(own.keyStore(), TestCertificate.PASSWORD, "it-prosante-certificate")) {
            provider.knows("tls_client_auth", List.of(BACK.toString()), List.of());
            provider.trust().forEach(System::setProperty);

            var person = identified(provider, own);

            assertThat(person.number().digits()).isEqualTo("10002813839");
            assertThat(person.familyName()).isEqualTo("Étienne");
            var another = TestCertificate.of("dns:another.example.org");
            assertThatThrownBy(() -> identified(provider, another)).isInstanceOf(Refused.class);
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    private static Person identified(OidcProvider at, TestCertificate shown) throws Refused {
        var store = new ProSante.Certificate(shown.keyStore(), TestCertificate.PASSWORD);
        var issuer = URI.create(at.issuer());
        var discovery = URI.create(issuer + "/.well-known/wallet-openid-configuration");
        var site = new ProSante(
                issuer,
                OidcProvider.CLIENT,
                Optional.empty(),
                Optional.of(store),
                discovery,
                Optional.empty(),
                "eidas1");
        var certificate = ClientCertificate.read(store);
        var channel = new BackChannel(Optional.empty(), Optional.of(certificate.connections()));
        var exchange = new Exchange(
                site, new Provider(site, channel, Clock.systemUTC()).answering(), channel, Optional.of(certificate));
        var secrets = new Exchange.Secrets(new State(), new Nonce(), new CodeVerifier());
        var anybody = new ProSanteVisitor.Person("810002813839", "Anne-Lise", "Étienne");
        var answer = new ProSanteVisitor(HOME, at)
                .answerTo(exchange.question(secrets, BACK).toString(), anybody);
        return exchange.identify(URLUtils.parseParameters(URI.create(answer).getRawQuery()), secrets, BACK);
    }
}
