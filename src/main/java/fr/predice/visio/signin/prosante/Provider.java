package fr.predice.visio.signin.prosante;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import fr.predice.visio.platform.config.ProSante;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The provider as it describes itself, and whether it answers: looked at from time to time, and before each sign-in.
 */
class Provider {
    private static final System.Logger LOG = System.getLogger(Provider.class.getName());

    /** What was seen this lately is believed. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final Duration KEYS_KEPT = Duration.ofMinutes(10);
    private static final Duration KEYS_AWAITED = Duration.ofSeconds(5);
    private static final Duration KEYS_ASKED_AGAIN = Duration.ofSeconds(30);
    private static final Duration KEYS_THROUGH_OUTAGE = Duration.ofHours(4);
    private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());

    private final ProSante site;
    private final BackChannel channel;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Look last = new Look(Optional.empty(), Instant.EPOCH, true);

    /** What the provider says of itself, and its keys. */
    record Described(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    /** @param described the last time that it could be read */
    private record Look(Optional<Described> described, Instant at, boolean answered) {}

    Provider(ProSante site, BackChannel channel, Clock clock) {
        this.site = site;
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * @throws Refused if it does not answer at this moment; whoever asks while another looks is told what was seen last
     */
    Described answering() throws Refused {
        if (!last.at().plus(FRESH).isAfter(clock.instant())) {
            look();
        }
        var seen = last;
        if (!seen.answered() || seen.described().isEmpty()) {
            throw new Refused(Cause.AWAY, "no answer when it was looked at last");
        }
        return seen.described().get();
    }

    /** As it was known last, for whoever comes back from there. */
    Optional<Described> known() {
        return last.described();
    }

    void look() {
        if (!looking.tryLock()) {
            return;
        }
        try {
            last = new Look(Optional.of(describe(last.described())), clock.instant(), true);
        } catch (IOException | ParseException | KeySourceException | java.text.ParseException failed) {
            if (last.answered()) {
                LOG.log(System.Logger.Level.WARNING, "Pro Santé Connect cannot be used: {0}", failed.toString());
            }
            last = new Look(last.described(), clock.instant(), false);
        } finally {
            looking.unlock();
        }
    }

    private Described describe(Optional<Described> before)
            throws IOException, ParseException, KeySourceException, java.text.ParseException {
        var metadata = OIDCProviderMetadata.parse(document());
        if (!metadata.getIssuer().getValue().equals(site.issuer().toString())) {
            throw new ParseException("it names another issuer than VISIO_PSC_ISSUER");
        }
        if (!Stream.of(
                        metadata.getAuthorizationEndpointURI(),
                        metadata.getTokenEndpointURI(),
                        metadata.getUserInfoEndpointURI(),
                        metadata.getJWKSetURI())
                .allMatch(Provider::isProtected)) {
            throw new ParseException("it lacks an address that begins with https://");
        }
        if (isInFile()) {
            channel.reach(metadata.getTokenEndpointURI());
        }
        var known = before.filter(former -> former.metadata().getJWKSetURI().equals(metadata.getJWKSetURI()));
        var keys = known.isPresent() ? known.get().keys() : keys(metadata.getJWKSetURI());
        keys.get(ANY, null);
        return new Described(metadata, keys);
    }

    private String document() throws IOException {
        return isInFile() ? Files.readString(Path.of(site.discovery())) : channel.get(site.discovery());
    }

    private boolean isInFile() {
        return site.discovery().getScheme().equals("file");
    }

    /** But for a stand-in on this machine, as for the settings. */
    static boolean isProtected(URI address) {
        return address != null
                && ("https".equals(address.getScheme())
                        || "http".equals(address.getScheme())
                                && String.valueOf(address.getHost()).matches("localhost|127\\..*"));
    }

    /** Asked for again where a token names one that is not known, and kept through an outage. */
    private JWKSource<SecurityContext> keys(URI address) throws IOException, java.text.ParseException {
        return site.keys().isPresent()
                ? new ImmutableJWKSet<>(JWKSet.load(site.keys().get().toFile()))
                : JWKSourceBuilder.create(address.toURL(), channel)
                        .cache(KEYS_KEPT.toMillis(), KEYS_AWAITED.toMillis())
                        .rateLimited(KEYS_ASKED_AGAIN.toMillis())
                        .outageTolerant(KEYS_THROUGH_OUTAGE.toMillis())
                        .build();
    }
}
