package fr.predice.visio.signin.prosante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.predice.visio.platform.config.ProSante;
import fr.predice.visio.support.MovedClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is believed of a provider, and for how long; ProSanteIT has a real one. */
class ProviderTest {
    /** A key of RFC 7515, appendix A.3. */
    private static final String KEYS = """
            {"keys":[{"kty":"EC","crv":"P-256","kid":"1","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}""";

    @TempDir
    private Path files;

    private final MovedClock clock = new MovedClock();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private HttpServer server;
    private String issuer;
    private volatile String said;
    private volatile int status = 200;
    private volatile Duration pause = Duration.ZERO;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().toString();
            asked.add(path);
            var body = (path.endsWith("/keys") ? KEYS : said).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            // Its head at once, its body when it likes.
            exchange.getResponseBody().flush();
            later.schedule(
                    () -> {
                        try (exchange) {
                            exchange.getResponseBody().write(body);
                        } catch (IOException gone) {
                            // Whoever asked is tired of it.
                        }
                    },
                    pause.toMillis(),
                    TimeUnit.MILLISECONDS);
        });
        server.start();
        issuer = "http://localhost:" + server.getAddress().getPort() + "/realm";
        said = word(issuer, issuer);
    }

    @AfterEach
    void close() {
        server.stop(0);
        later.shutdownNow();
    }

    @Test
    void isLookedAtAgainAfterSomeSeconds() throws Refused {
        var provider = provider(discovery());
        provider.answering();
        provider.answering();

        assertThat(asked).containsExactly("/realm/.well-known/wallet-openid-configuration", "/realm/keys");
        clock.move(Duration.ofSeconds(10));
        assertThat(provider.answering().metadata().getTokenEndpointURI()).hasToString(issuer + "/token");
        assertThat(asked).hasSize(3);
    }

    @Test
    void isAwayAsSoonAsItDoesNotAnswerAndStaysKnown() throws Refused {
        var provider = provider(discovery());
        provider.answering();
        status = 503;
        clock.move(Duration.ofSeconds(10));

        assertAway(provider);
        assertThat(provider.known()).isPresent();
        status = 200;
        assertAway(provider);
        clock.move(Duration.ofSeconds(10));
        assertThat(provider.answering()).isNotNull();
    }

    /** The head of its answer comes, and nothing more. */
    @Test
    void keepsNobodyWaiting() {
        pause = Duration.ofSeconds(20);
        var provider = provider(discovery());
        var from = System.nanoTime();

        assertAway(provider);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void isNotListenedToForLong() throws Refused {
        said += " ".repeat(200 * 1024);
        assertThat(provider(discovery()).answering()).isNotNull();

        said += " ".repeat(60 * 1024);
        assertAway(provider(discovery()));
    }

    /** Whoever leaves waits two seconds at most. */
    @Test
    void isLeftAloneWhereItDoesNotAnswerAtOnce() {
        var farewell = URI.create(issuer + "/logout");
        assertThat(channel().answers(farewell)).isTrue();
        status = 503;
        assertThat(channel().answers(farewell)).isFalse();
        status = 200;
        pause = Duration.ofSeconds(20);
        var from = System.nanoTime();

        assertThat(channel().answers(farewell)).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void isNotBelievedInAnothersName() {
        said = word("https://psc.example.org/realm", issuer);

        assertAway(provider(discovery()));
    }

    @Test
    void isNotAskedAnythingOverAnUnprotectedConnection() {
        said = word(issuer, "http://psc.example.org/realm");

        assertAway(provider(discovery()));
    }

    @Test
    void mayBeDescribedInAFileAndIsAskedForAnAnswerAllTheSame() throws Refused, IOException {
        var file = Files.writeString(files.resolve("psc.json"), said);
        var keys = Files.writeString(files.resolve("keys.json"), KEYS);
        var provider = new Provider(site(file.toUri(), Optional.of(keys)), channel(), clock);

        assertThat(provider.answering()).isNotNull();
        assertThat(asked).containsExactly("/realm/token");
        server.stop(0);
        clock.move(Duration.ofSeconds(10));
        assertAway(provider);
    }

    @Test
    void isAskedThroughTheSitesProxy() throws Refused {
        var elsewhere = "http://127.1.2.3:9/realm";
        said = word(elsewhere, elsewhere);
        var proxy = new BackChannel(
                Optional.of(InetSocketAddress.createUnresolved(
                        "localhost", server.getAddress().getPort())),
                Optional.empty());
        var site = new ProSante(
                URI.create(elsewhere),
                "visio",
                Optional.of("secret"),
                Optional.empty(),
                URI.create(elsewhere + "/wallet"),
                Optional.empty(),
                "eidas1");

        new Provider(site, proxy, clock).answering();

        assertThat(asked).containsExactly(elsewhere + "/wallet", elsewhere + "/keys");
    }

    private static void assertAway(Provider provider) {
        assertThatThrownBy(provider::answering)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(Cause.AWAY));
    }

    private Provider provider(URI discovery) {
        return new Provider(site(discovery, Optional.empty()), channel(), clock);
    }

    private static BackChannel channel() {
        return new BackChannel(Optional.empty(), Optional.empty());
    }

    private URI discovery() {
        return URI.create(issuer + "/.well-known/wallet-openid-configuration");
    }

    private ProSante site(URI discovery, Optional<Path> keys) {
        return new ProSante(
                URI.create(issuer), "visio", Optional.of("secret"), Optional.empty(), discovery, keys, "eidas1");
    }

    private static String word(String issuer, String at) {
        return """
                {"issuer":"%s","authorization_endpoint":"%s/auth","token_endpoint":"%s/token",
                 "userinfo_endpoint":"%s/userinfo","jwks_uri":"%s/keys","subject_types_supported":["public"]}
                """.formatted(issuer, at, at, at, at);
    }
}
