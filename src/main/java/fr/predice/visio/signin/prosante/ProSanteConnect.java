package fr.predice.visio.signin.prosante;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.token.KeyedHash;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.signin.OtherSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The provider, for the site that is registered there. Asks it outside any transaction. */
@ApplicationScoped
class ProSanteConnect implements OtherSession {
    private static final String BACK = "/pro-sante-connect/retour";

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private KeyedHash hash;

    private Optional<ClientCertificate> certificate = Optional.empty();
    private BackChannel channel;
    private Provider provider;

    @PostConstruct
    void prepare() {
        settings.proSante().ifPresent(site -> {
            certificate = site.certificate().map(ClientCertificate::read);
            channel = new BackChannel(settings.messaging().proxy(), certificate.map(ClientCertificate::connections));
            provider = new Provider(site, channel, clock);
        });
    }

    void look() {
        if (provider != null) {
            provider.look();
        }
    }

    boolean isThere() {
        return provider != null;
    }

    /**
     * Where the person goes, with a state of their own.
     *
     * @param anew whether to identify the person even if the provider knows who was there a moment ago
     */
    URI question(SecretToken state, SecretToken browser, boolean anew) throws Refused {
        return exchange(provider.answering()).question(secrets(state, browser), here(BACK), anew);
    }

    Person identify(Map<String, List<String>> answer, SecretToken state, SecretToken browser) throws Refused {
        return exchange(known()).identify(answer, secrets(state, browser), here(BACK));
    }

    Optional<URI> farewell(Person person) throws Refused {
        return exchange(known()).farewell(person.token(), here("/"));
    }

    @Override
    public boolean canBeEnded(URI farewell) {
        var place = URI.create(farewell.toString().replaceAll("[?#].*", ""));
        return channel != null && channel.answers(place);
    }

    /** Another node may have sent the person there. */
    private Provider.Described known() throws Refused {
        var known = provider.known();
        return known.isPresent() ? known.get() : provider.answering();
    }

    private Exchange exchange(Provider.Described described) {
        return new Exchange(settings.proSante().orElseThrow(), described, channel, certificate);
    }

    /** Made again from what the browser and the provider bring back, by whichever node: none of it is stored. */
    private Exchange.Secrets secrets(SecretToken state, SecretToken browser) {
        return new Exchange.Secrets(
                new State(state.text()),
                new Nonce(hash.of("prosante-nonce", state.text(), browser.text())),
                new CodeVerifier(hash.of("prosante-verifier", state.text(), browser.text())));
    }

    private URI here(String page) {
        return URI.create(settings.publicAddress() + page);
    }
}
