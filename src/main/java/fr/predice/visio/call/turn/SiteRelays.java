package fr.predice.visio.call.turn;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.token.KeyedHash;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocketFactory;

/** {@link TurnProbe} where no container runs: for the console. */
public final class SiteRelays {
    private SiteRelays() {}

    /** As {@link TurnProbe#ask()}. */
    public static List<TurnAnswer> ask(Settings settings, Clock clock) {
        var threads = Executors.newCachedThreadPool();
        try {
            var servers = new IceServers(settings, clock, new KeyedHash(settings));
            var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
            return new TurnProbe(settings, servers, clock, tls, threads).ask();
        } finally {
            threads.shutdownNow();
        }
    }
}
