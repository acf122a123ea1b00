package fr.predice.visio.call.turn;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.call.turn.TurnAnswer.Outcome;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.token.KeyedHash;
import fr.predice.visio.support.Some;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TurnProbeTest {
    @Test
    void tellsOfTheOthersWhateverOneAnswered() throws Exception {
        var executor = Executors.newCachedThreadPool();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var breaking = "turns:127.0.0.1:" + server.getLocalPort();
            var closed = "turn:127.0.0.1:" + closedPort() + "?transport=tcp";
            var settings =
                    Some.settings(new Settings.Turn(List.of(breaking, closed), "a secret", Duration.ofHours(1), false));
            var servers = new IceServers(settings, Clock.systemUTC(), new KeyedHash(settings));

            // Without a factory for TLS, the exchange breaks as none is foreseen to.
            var answers = new TurnProbe(settings, servers, Clock.systemUTC(), null, executor).ask();

            assertThat(answers).extracting(TurnAnswer::address).containsExactly(breaking, closed);
            assertThat(answers).extracting(TurnAnswer::outcome).containsExactly(Outcome.STRANGE, Outcome.UNREACHABLE);
            assertThat(answers.get(0).detail()).contains("NullPointerException");
        } finally {
            executor.shutdownNow();
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
