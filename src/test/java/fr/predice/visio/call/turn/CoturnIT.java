package fr.predice.visio.call.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.call.turn.TurnClient.Peer;
import fr.predice.visio.stack.Coturn;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Debian's coturn with the file that hospitals get: what it must refuse, it refuses. */
class CoturnIT {
    private static final String SECRET = "the secret of today";
    private static final int DISCARD = 9;
    private static final int SOFTWARE = 0x8022;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NO_SUCH_FAMILY = 440;
    private static final int NO_SUCH_TRANSPORT = 442;
    private static final int OTHER_FAMILY = 443;
    private static final int QUOTA_REACHED = 486;

    /** Special, or an IPv4 address written as IPv6, or just IPv6. */
    private static final List<String> SIX = List.of(
            "::",
            "::1",
            "::127.0.0.1",
            "::10.0.0.0",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.0",
            "::ffff:169.254.169.254",
            "::ffff:0:127.0.0.1",
            "64:ff9b::127.0.0.1",
            "64:ff9b::10.0.0.0",
            "64:ff9b:1::10.0.0.1",
            "100::",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2606:4700::1111",
            "3fff::",
            "5f00::",
            "fc00::1",
            "fd00::",
            "fd00::1",
            "fe80::1",
            "fec0::1",
            "ff02::1");

    static Coturn coturn;
    static TurnClient client;

    @BeforeAll
    static void start() throws IOException {
        coturn = Coturn.alone("it-coturn", List.of(SECRET));
        ready(coturn, SECRET);
        client = client("somebody");
        assertThat(client.allocate()).isZero();
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        coturn.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.0.0",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.20.5.0",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255"
            })
    void relaysToNoSpecialAddress(String address) throws IOException {
        var peer = Peer.of(address, DISCARD);

        assertThat(client.permit(peer)).isEqualTo(FORBIDDEN);
        assertThat(client.bind(peer)).isEqualTo(FORBIDDEN);
    }

    @ParameterizedTest
    @FieldSource("SIX")
    void relaysToNoAddressWrittenAsIpv6(String address) throws IOException {
        var peer = Peer.of(address, DISCARD);

        assertThat(client.permit(peer)).isIn(FORBIDDEN, OTHER_FAMILY);
        assertThat(client.bind(peer)).isIn(FORBIDDEN, OTHER_FAMILY);
    }

    /**
     * Even where an administrator lets it relay IPv6. Those that end in a zero pass a single range: 4.6.1 compares byte
     * by byte.
     */
    @Test
    void deniesIpv6EvenWhereItIsRelayed() throws IOException {
        try (var six = Coturn.alone("it-coturn-six", List.of(SECRET), "listening-ip=::1", "relay-ip=::1")) {
            ready(six, SECRET);
            try (var one = client(six, SECRET, "six")) {
                assertThat(one.allocateFamily(2)).isZero();

                for (var address : SIX) {
                    assertThat(one.permit(Peer.of(address, DISCARD)))
                            .as(address)
                            .isEqualTo(FORBIDDEN);
                    assertThat(one.bind(Peer.of(address, DISCARD))).as(address).isEqualTo(FORBIDDEN);
                }
            }
        }
    }

    /** Neighbours of the special ranges too: a range that is too wide cuts off people. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255"
            })
    void relaysToAnOrdinaryAddress(String address) throws IOException {
        var peer = Peer.of(address, DISCARD);

        assertThat(client.permit(peer)).isZero();
        assertThat(client.bind(peer)).isZero();
    }

    @Test
    void opensToNobodyWithoutCredentialsOfThisHour() throws IOException {
        try (var nobody = client("nobody")) {
            assertThat(nobody.challenge().errorCode()).isEqualTo(UNAUTHENTICATED);
        }
        assertThat(allocation(coturn, TurnClient.credentials("another secret", "me")))
                .isEqualTo(UNAUTHENTICATED);
        var expired = TurnClient.credentials(SECRET, "me", Instant.now().minusSeconds(10));
        assertThat(allocation(coturn, expired)).isEqualTo(UNAUTHENTICATED);
        var prolonged = new TurnCredentials(TurnClient.credentials(SECRET, "me").user(), expired.password());
        assertThat(allocation(coturn, prolonged)).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void relaysNeitherTcpNorIpv6() throws IOException {
        try (var one = client("tcp")) {
            assertThat(one.allocate(TurnClient.TCP)).isEqualTo(NO_SUCH_TRANSPORT);
            assertThat(one.allocateFamily(2)).isEqualTo(NO_SUCH_FAMILY);
            assertThat(one.allocateFamily(1)).isZero();
        }
    }

    @Test
    void leavesToOthersWhatOnePersonMayNotUse() throws IOException {
        var greedy = new ArrayList<TurnClient>();
        try {
            for (var relay = 0; relay < 64; relay++) {
                greedy.add(client("greedy"));
                assertThat(greedy.get(relay).allocate()).isZero();
            }
            greedy.add(client("greedy"));

            assertThat(greedy.get(64).allocate()).isEqualTo(QUOTA_REACHED);
            assertThat(allocation(coturn, TurnClient.credentials(SECRET, "modest")))
                    .isZero();
        } finally {
            for (var relay : greedy) {
                relay.close();
            }
        }
    }

    @Test
    void namesNoSoftware() throws IOException {
        try (var curious = client("curious")) {
            assertThat(curious.challenge().value(SOFTWARE)).isEmpty();
        }
    }

    @Test
    void understandsItsWholeFile() {
        assertThat(coturn.log()).doesNotContain("Bad configuration format").doesNotContain("CONFIG ERROR");
    }

    /** Not even the names that we give, and from which nobody is known. */
    @Test
    void writesNothingOfWhomItRelays() throws IOException {
        try (var one = client("unwritten")) {
            assertThat(one.allocate()).isZero();
            assertThat(one.permit(Peer.of("8.8.4.4", DISCARD))).isZero();
        }
        allocation(coturn, TurnClient.credentials("another secret", "refused"));

        await().until(() -> coturn.log().contains("refused"));
        assertThat(coturn.log()).doesNotContain("unwritten").doesNotContain("8.8.4.4");
    }

    /** Its allocations go on meanwhile. */
    @Test
    void showsARenewedCertificateWithoutARestart() throws Exception {
        try (var renewed = Coturn.alone("it-coturn-renewed", List.of(SECRET))) {
            ready(renewed, SECRET);
            try (var call = client(renewed, SECRET, "call")) {
                assertThat(call.allocate()).isZero();
                var before = renewed.certificate();
                assertThat(shows(renewed, before)).isTrue();

                renewed.renewCertificate();

                await().until(() -> shows(renewed, renewed.certificate()));
                assertThat(shows(renewed, before)).isFalse();
                assertThat(call.permit(Peer.of("8.8.8.8", DISCARD))).isZero();
            }
        }
    }

    /**
     * Behind a NAT both relays of a call have the same public address, and coturn finds the way by itself: its private
     * address is allowed, and no packet goes out to come back.
     */
    @Test
    void connectsTwoOfItsRelaysBehindANat() throws IOException {
        try (var behind = Coturn.alone(
                "it-coturn-nat", List.of(SECRET), "external-ip=80.67.169.12/127.0.0.1", "allow-loopback-peers")) {
            ready(behind, SECRET);
            try (var one = client(behind, SECRET, "one");
                    var other = client(behind, SECRET, "other")) {
                assertThat(one.allocate() + other.allocate()).isZero();
                assertThat(one.relayed().text()).isEqualTo("80.67.169.12");
                assertThat(one.permit(other.relayed()) + other.permit(one.relayed()))
                        .isZero();

                one.send(other.relayed(), "bonjour");
                assertThat(other.receive()).contains("bonjour");
                other.send(one.relayed(), "bonsoir");
                assertThat(one.receive()).contains("bonsoir");

                assertThat(one.permit(Peer.of("10.0.0.1", DISCARD))).isEqualTo(FORBIDDEN);
            }
        }
    }

    /** What the sheet says of two lines: first both, then the new one alone. */
    @Test
    void takesTwoSecretsWhileOneReplacesTheOther() throws IOException {
        try (var both = Coturn.alone("it-coturn-both", List.of("yesterday", "tomorrow"))) {
            ready(both, "tomorrow");
            assertThat(allocates(both, "yesterday")).isTrue();
            assertThat(allocates(both, "another day")).isFalse();
        }
        try (var after = Coturn.alone("it-coturn-after", List.of("tomorrow"))) {
            ready(after, "tomorrow");
            assertThat(allocates(after, "yesterday")).isFalse();
        }
    }

    /** What the sheet says of turnadmin: nothing restarts, so no call is cut. */
    @Test
    void takesASecondSecretWithoutARestart() throws IOException {
        try (var running = Coturn.alone("it-coturn-running", List.of("yesterday"))) {
            ready(running, "yesterday");
            try (var call = client(running, "yesterday", "call")) {
                assertThat(call.allocate()).isZero();
                assertThat(allocates(running, "tomorrow")).isFalse();

                running.admin("--set-secret=tomorrow");
                assertThat(allocates(running, "tomorrow")).isTrue();
                assertThat(allocates(running, "yesterday")).isTrue();

                running.admin("--delete-secret=tomorrow");
                assertThat(allocates(running, "tomorrow")).isFalse();
                assertThat(call.permit(Peer.of("8.8.8.8", DISCARD))).isZero();
            }
        }
    }

    private static boolean shows(Coturn coturn, X509Certificate certificate) throws Exception {
        var address = TurnAddress.of(coturn.urls().split(",")[2]);
        try (var link = TurnLink.open(address, Trust.in(certificate), new TimeLeft(Duration.ofSeconds(3)))) {
            return link.certificate().isPresent();
        } catch (SSLException another) {
            return false;
        }
    }

    private static void ready(Coturn coturn, String secret) {
        await().ignoreExceptionsInstanceOf(IOException.class).until(() -> allocates(coturn, secret));
    }

    private static boolean allocates(Coturn coturn, String secret) throws IOException {
        return allocation(coturn, TurnClient.credentials(secret, "anybody")) == 0;
    }

    private static int allocation(Coturn coturn, TurnCredentials credentials) throws IOException {
        try (var one = new TurnClient(udp(coturn), credentials)) {
            return one.allocate();
        }
    }

    private static TurnClient client(String holder) throws IOException {
        return client(coturn, SECRET, holder);
    }

    private static TurnClient client(Coturn coturn, String secret, String holder) throws IOException {
        return new TurnClient(udp(coturn), TurnClient.credentials(secret, holder));
    }

    private static String udp(Coturn coturn) {
        return coturn.urls().split(",")[0];
    }
}
