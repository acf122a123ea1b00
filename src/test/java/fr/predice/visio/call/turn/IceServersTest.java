package fr.predice.visio.call.turn;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.invitation.Route;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.token.KeyedHash;
import fr.predice.visio.support.Some;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class IceServersTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void givesCredentialsThatExpireWithOneNameForEachHolder() {
        var servers = servers(Some.settings());

        var one = servers.of("a seat").getJsonObject(0);
        var again = servers.of("a seat").getJsonObject(0);
        var other = servers.of("another").getJsonObject(0);

        assertThat(one.getString("username")).startsWith(NOON.instant().getEpochSecond() + 4 * 3600 + ":");
        assertThat(one.getString("username")).isEqualTo(again.getString("username"));
        assertThat(one.getString("username")).isNotEqualTo(other.getString("username"));
        assertThat(one.getString("credential")).isEqualTo(IceServers.credential("secret", one.getString("username")));
    }

    @Test
    void saysHowLongTheCredentialsLiveAndWhichWayTheCallMayTake() {
        var servers = servers(Some.settings());

        var free = servers.configuration("a seat", Route.ANY).build();
        assertThat(free.getInt("iceLifetime")).isEqualTo(4 * 3600);
        assertThat(free.getString("iceTransportPolicy")).isEqualTo("all");
        assertThat(servers.configuration("a seat", Route.RELAY_ONLY).build().getString("iceTransportPolicy"))
                .isEqualTo("relay");
    }

    /** Value from: printf '1433895918:506' | openssl dgst -sha1 -hmac secret -binary | base64 */
    @Test
    void signsAsCoturnDoes() {
        assertThat(IceServers.credential("secret", "1433895918:506")).isEqualTo("ewTTSyvnOUFSJiu1P16Q0yUxyXE=");
    }

    @Test
    void givesNoneWhereTheSiteHasNoRelay() {
        var servers = servers(Some.settings("Visio", List.of()));

        assertThat(servers.of("a seat")).isEmpty();
    }

    private static IceServers servers(Settings settings) {
        return new IceServers(settings, NOON, new KeyedHash(settings));
    }
}
