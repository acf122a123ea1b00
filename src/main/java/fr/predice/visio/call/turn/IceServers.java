package fr.predice.visio.call.turn;

import fr.predice.visio.invitation.Route;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.token.KeyedHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Short-lived TURN credentials, as coturn's {@code use-auth-secret} wants them: user name "expiry:opaque", password the
 * base64 of its HMAC-SHA1 under the shared secret (draft-uberti-behave-turn-rest-00).
 */
@ApplicationScoped
public class IceServers {
    private static final int NAME_LENGTH = 32;

    private Settings settings;
    private Clock clock;
    private KeyedHash hash;

    protected IceServers() {}

    @Inject
    public IceServers(Settings settings, Clock clock, KeyedHash hash) {
        this.settings = settings;
        this.clock = clock;
        this.hash = hash;
    }

    /**
     * What a seat's answer says of the way to the other: {@code iceServers} and {@code iceTransportPolicy} as
     * {@code RTCConfiguration} has them, and {@code iceLifetime}, the seconds after which the credentials open nothing.
     *
     * @param holder see {@link #of}
     */
    public JsonObjectBuilder configuration(String holder, Route route) {
        var turn = settings.turn();
        var relayed = turn.relayOnly() || route == Route.RELAY_ONLY;
        return Json.createObjectBuilder()
                .add("iceServers", of(holder))
                .add("iceTransportPolicy", relayed ? "relay" : "all")
                .add("iceLifetime", turn.urls().isEmpty() ? 0 : turn.lifetime().toSeconds());
    }

    /**
     * The value of {@code RTCConfiguration.iceServers}; empty without TURN. coturn counts its {@code user-quota} by
     * what follows the expiry: whoever asks again has the same name there, and no more relays than one.
     *
     * @param holder whoever the relays are for: one seat, or one account; the name tells it to nobody
     */
    public JsonArray of(String holder) {
        JsonArrayBuilder servers = Json.createArrayBuilder();
        var turn = settings.turn();
        if (!turn.urls().isEmpty()) {
            var credentials = credentials(holder);
            servers.add(Json.createObjectBuilder()
                    .add("urls", Json.createArrayBuilder(turn.urls()))
                    .add("username", credentials.user())
                    .add("credential", credentials.password()));
        }
        return servers.build();
    }

    TurnCredentials credentials(String holder) {
        var turn = settings.turn();
        var expiry = clock.instant().plus(turn.lifetime()).getEpochSecond();
        var user = expiry + ":" + hash.of("turn", holder).substring(0, NAME_LENGTH);
        return new TurnCredentials(user, credential(turn.secret(), user));
    }

    static String credential(String secret, String user) {
        var hmac = new HmacUtils(HmacAlgorithms.HMAC_SHA_1, secret.getBytes(StandardCharsets.UTF_8)).hmac(user);
        return Base64.encodeBase64String(hmac);
    }
}
