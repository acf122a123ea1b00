package fr.predice.visio.call.turn;

import fr.predice.visio.call.turn.TurnAnswer.Outcome;
import fr.predice.visio.platform.config.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks each TURN address of the site, as this server sees it, for a relay under our secret, and gives it back. So it
 * tells a wrong secret, a full server and a certificate that is over from one that is down. A browser elsewhere may
 * reach what this server does not, and the reverse: the test in the browser asks that.
 */
@ApplicationScoped
public class TurnProbe {
    /** For one address, its name looked up; all are asked at once. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    /** A look-up of a name knows no time: who waits longer for one is told to stop. */
    private static final Duration LONGEST = PATIENCE.plusSeconds(1);

    private static final String HOLDER = "probe";

    private Settings settings;
    private IceServers iceServers;
    private Clock clock;

    private SSLSocketFactory tls;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ExecutorService executor;

    protected TurnProbe() {}

    @Inject
    public TurnProbe(Settings settings, IceServers iceServers, Clock clock) {
        this(settings, iceServers, clock, (SSLSocketFactory) SSLSocketFactory.getDefault(), null);
    }

    TurnProbe(Settings settings, IceServers iceServers, Clock clock, SSLSocketFactory tls, ExecutorService executor) {
        this.settings = settings;
        this.iceServers = iceServers;
        this.clock = clock;
        this.tls = tls;
        this.executor = executor;
    }

    /**
     * One answer for each of {@code VISIO_TURN_URLS}, in their order; none without TURN. Takes four seconds at most,
     * and a relay of coturn's for a moment: whoever asks often keeps the answers for a while.
     */
    public List<TurnAnswer> ask() {
        var urls = settings.turn().urls();
        if (urls.isEmpty()) {
            return List.of();
        }
        var credentials = iceServers.credentials(HOLDER);
        var questions = urls.stream()
                .map(url -> (Callable<TurnAnswer>) () -> ask(url, credentials))
                .toList();
        try {
            var answers = executor.invokeAll(questions, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            return IntStream.range(0, urls.size())
                    .mapToObj(place -> answer(urls.get(place), answers.get(place)))
                    .toList();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking TURN servers", stopping);
        }
    }

    private static TurnAnswer answer(String url, Future<TurnAnswer> future) {
        if (future.isCancelled()) {
            return new TurnAnswer(url, Outcome.UNREACHABLE, LONGEST, OptionalLong.empty(), "no answer in time");
        }
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException unforeseen) {
            throw new IllegalStateException("TURN server not asked", unforeseen);
        }
    }

    private TurnAnswer ask(String url, TurnCredentials credentials) {
        var start = System.nanoTime();
        var days = OptionalLong.empty();
        try (var link = TurnLink.open(TurnAddress.of(url), tls, new TimeLeft(PATIENCE))) {
            days = link.certificate().map(this::daysLeft).orElse(OptionalLong.empty());
            var result = new RelayRequest(link, credentials).ask();
            return new TurnAnswer(url, result.outcome(), since(start), days, result.detail());
        } catch (IOException failure) {
            return failed(url, since(start), days, failure);
        } catch (RuntimeException unforeseen) {
            // Whatever one address answered, the others are told.
            return new TurnAnswer(url, Outcome.STRANGE, since(start), days, unforeseen.toString());
        }
    }

    private static TurnAnswer failed(String url, Duration time, OptionalLong days, IOException failure) {
        var certificate = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .filter(CertificateException.class::isInstance)
                .findFirst();
        var outcome = certificate.isPresent() ? Outcome.CERTIFICATE_REFUSED : Outcome.UNREACHABLE;
        return new TurnAnswer(
                url, outcome, time, days, certificate.orElse(failure).toString());
    }

    private OptionalLong daysLeft(X509Certificate certificate) {
        var end = certificate.getNotAfter().toInstant();
        return OptionalLong.of(Duration.between(clock.instant(), end).toDays());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
