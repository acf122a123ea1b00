package fr.predice.visio.call.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.call.turn.TurnAnswer.Outcome;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.token.KeyedHash;
import fr.predice.visio.stack.Coturn;
import fr.predice.visio.support.Some;
import fr.predice.visio.support.TestCertificate;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the server says of its relays, against a real coturn with the hospitals' file. */
class TurnProbeIT {
    private static final String SECRET = "the secret of the tests";

    static ExecutorService executor;
    static Coturn coturn;
    static List<String> urls;

    @BeforeAll
    static void start() {
        executor = Executors.newCachedThreadPool();
        coturn = Coturn.alone("it-coturn-probed", List.of(SECRET));
        urls = List.of(coturn.urls().split(","));
        await().until(() ->
                ask(SECRET, Trust.in(coturn.certificate()), urls.get(1)).get(0).relays());
    }

    @AfterAll
    static void stop() {
        coturn.close();
        executor.shutdownNow();
    }

    @Test
    void getsARelayByEachWay() throws Exception {
        // The first TLS of a machine takes its time.
        ask(SECRET, Trust.in(coturn.certificate()), urls.get(2));

        var answers = ask(SECRET, Trust.in(coturn.certificate()), urls.toArray(String[]::new));

        assertThat(answers).extracting(TurnAnswer::address).isEqualTo(urls);
        assertThat(answers).extracting(TurnAnswer::outcome).containsOnly(Outcome.RELAYS);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.time()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(3)));
        assertThat(answers.get(0).certificateDays()).isEmpty();
        assertThat(answers.get(2).certificateDays().orElseThrow()).isBetween(60L, 365L);
    }

    /** Else a probe that asks each minute holds ten at once, until coturn's lifetime takes them back. */
    @Test
    void givesTheRelayBackAtOnce() throws Exception {
        try (var narrow = Coturn.alone("it-coturn-narrow", List.of(SECRET), "user-quota=1")) {
            for (var url : narrow.urls().split(",")) {
                await().until(() ->
                        ask(SECRET, Trust.in(narrow.certificate()), url).get(0).relays());
                await().atMost(Duration.ofSeconds(5))
                        .until(() -> ask(SECRET, Trust.in(narrow.certificate()), url)
                                .get(0)
                                .relays());
            }
        }
    }

    @Test
    void tellsAnotherSecretFromASilentServer() throws Exception {
        assertThat(ask("another secret", Trust.in(coturn.certificate()), urls.toArray(String[]::new)))
                .extracting(TurnAnswer::outcome)
                .containsOnly(Outcome.CREDENTIALS_REFUSED);
    }

    @Test
    void tellsExpiredCredentialsAsAWrongClockGivesThem() throws Exception {
        var yesterday = Clock.fixed(Instant.now().minus(Duration.ofDays(1)), ZoneOffset.UTC);

        assertThat(probe(SECRET, Trust.in(coturn.certificate()), yesterday, urls.get(0))
                        .ask())
                .extracting(TurnAnswer::outcome)
                .containsExactly(Outcome.CREDENTIALS_REFUSED);
    }

    @Test
    void saysAtOnceThatAPortIsClosedAndSoonThatNobodyAnswers() throws Exception {
        var closed = closedPort();
        try (var silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answers = ask(
                    SECRET,
                    Trust.in(coturn.certificate()),
                    "turn:127.0.0.1:" + closed + "?transport=udp",
                    "turn:127.0.0.1:" + closed + "?transport=tcp",
                    "turns:127.0.0.1:" + closed,
                    "turn:127.0.0.1:" + silent.getLocalPort() + "?transport=udp",
                    "turn:127.0.0.1:" + listening.getLocalPort() + "?transport=tcp",
                    "turns:127.0.0.1:" + listening.getLocalPort(),
                    "turn:[2001:db8::1]:3478?transport=udp",
                    "turn:no-such-name.invalid:3478?transport=udp");

            assertThat(answers).extracting(TurnAnswer::outcome).containsOnly(Outcome.UNREACHABLE);
            assertThat(answers).allSatisfy(answer -> assertThat(answer.detail()).isNotBlank());
            assertThat(answers.subList(0, 3))
                    .allSatisfy(answer ->
                            assertThat(answer.time()).isLessThan(answers.get(3).time()));
            assertThat(answers).allSatisfy(answer -> assertThat(answer.time()).isLessThan(Duration.ofSeconds(7)));
        }
    }

    @Test
    void trustsNoCertificateFromJustAnybody() throws Exception {
        var answer = ask(SECRET, (SSLSocketFactory) SSLSocketFactory.getDefault(), urls.get(2))
                .get(0);

        assertThat(answer.outcome()).isEqualTo(Outcome.CERTIFICATE_REFUSED);
        assertThat(answer.detail()).contains("certification path");
    }

    @Test
    void wantsTheNameOfTheAddressInTheCertificate() throws Exception {
        var elsewhere = TestCertificate.of("dns:turn.example.org");
        try (var server = elsewhere.server().getServerSocketFactory().createServerSocket(0)) {
            executor.submit(() -> server.accept().getInputStream().read());

            var answer = ask(SECRET, elsewhere.client().getSocketFactory(), "turns:localhost:" + server.getLocalPort())
                    .get(0);

            assertThat(answer.outcome()).isEqualTo(Outcome.CERTIFICATE_REFUSED);
            assertThat(answer.detail()).contains("localhost");
        }
    }

    @Test
    void saysOfAServerOpenToAnybodyThatItIsStrange() throws Exception {
        try (var open = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            executor.submit(() -> grantToAnybody(open));

            var answer = ask(SECRET, Trust.in(coturn.certificate()), "turn:127.0.0.1:" + open.getLocalPort())
                    .get(0);

            assertThat(answer.outcome()).isEqualTo(Outcome.STRANGE);
            assertThat(answer.detail()).contains("anybody");
        }
    }

    /** The same bytes with the type of a success: granted, without a question. */
    private static Void grantToAnybody(DatagramSocket socket) throws IOException {
        var packet = new DatagramPacket(new byte[512], 512);
        socket.receive(packet);
        packet.getData()[0] = 1;
        socket.send(packet);
        return null;
    }

    @Test
    void saysThatAServerIsFull() throws Exception {
        try (var full = Coturn.alone("it-coturn-full", List.of(SECRET), "total-quota=1", "user-quota=1")) {
            var url = full.urls().split(",")[0];
            await().until(() ->
                    ask(SECRET, Trust.in(coturn.certificate()), url).get(0).relays());
            try (var other = new TurnClient(url, TurnClient.credentials(SECRET, "somebody"))) {
                other.allocate();

                assertThat(ask(SECRET, Trust.in(coturn.certificate()), url))
                        .extracting(TurnAnswer::outcome)
                        .containsExactly(Outcome.FULL);
            }
        }
    }

    @Test
    void asksNobodyWhereThereIsNoRelay() throws Exception {
        assertThat(ask("", Trust.in(coturn.certificate()))).isEmpty();
    }

    private static List<TurnAnswer> ask(String secret, SSLSocketFactory tls, String... urls) {
        return probe(secret, tls, Clock.systemUTC(), urls).ask();
    }

    private static TurnProbe probe(String secret, SSLSocketFactory tls, Clock clock, String... urls) {
        var settings = Some.settings(new Settings.Turn(List.of(urls), secret, Duration.ofHours(1), false));
        return new TurnProbe(settings, new IceServers(settings, clock, new KeyedHash(settings)), clock, tls, executor);
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
