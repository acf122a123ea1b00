package fr.predice.visio.call.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import fr.predice.visio.stack.Coturn;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Measures, and asserts no time: what relayed calls cost the machine that relays them, as the sheet tells hospitals.
 */
@EnabledIfSystemProperty(named = "bench", matches = "true")
@ExtendWith(StackExtension.class)
class RelaySpeedIT {
    private static final String SECRET = "the secret of the measure";
    private static final Duration WARM = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    /** What our page sends at most: 1.5 Mbit/s of pictures and 64 kbit/s of sound, 167 packets of 1172 bytes. */
    private static final int PACKETS_A_SECOND = 167;

    private static final int PAYLOAD = 1172;

    private static final String RELAYED = """
            (() => {
              const known = window.RTCPeerConnection;
              window.calls = [];
              window.RTCPeerConnection = class extends known {
                constructor(given) {
                  super(Object.assign({}, given, { iceTransportPolicy: 'relay' }));
                  window.calls.push(this);
                }
              };
            })()""";

    private static final String BYTES = """
            async () => {
              const report = await window.calls[window.calls.length - 1].getStats();
              let bytes = 0;
              report.forEach((entry) => {
                if (entry.type === 'candidate-pair') bytes += entry.bytesSent;
              });
              return bytes;
            }""";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    @Test
    void aCallBetweenTwoBrowsers(Stack stack) {
        var meeting = new People(stack)
                .meet(browsers.desk(Tongue.FRENCH, RELAYED), browsers.phone(Tongue.FRENCH, RELAYED))
                .bothSeeAndHear();
        assertThat(meeting.sides().map(side -> side.witness().route().toString()))
                .containsOnly("[relay, relay]");
        rest(WARM);

        var pages = meeting.sides().map(side -> side.page()).toList();
        var sent = pages.stream().map(RelaySpeedIT::bytes).toList();
        var relay = new Use(coturn());
        rest(MEASURED);
        var share = relay.share();

        say(
                "two browsers with a fake camera, both relayed: %.0f and %.0f kbit/s, %.2f %% of a core",
                kilobits(bytes(pages.get(0)) - sent.get(0)), kilobits(bytes(pages.get(1)) - sent.get(1)), share * 100);
    }

    @Test
    void callsAtTheHighestRate() throws Exception {
        for (var way : List.of("udp", "tls")) {
            for (var calls : way.equals("udp") ? List.of(1, 5, 20) : List.of(1, 5)) {
                measure(way, calls);
            }
        }
    }

    @Test
    void memoryOfARelay() throws Exception {
        for (var way : List.of("udp", "tls")) {
            try (var coturn = relaying("bench-memory-" + way)) {
                var process = coturn();
                var clients = new ArrayList<TurnClient>();
                clients.addAll(relays(coturn, way, 50));
                var before = resident(process);
                clients.addAll(relays(coturn, way, 500));
                say(
                        "memory of a relay by %s: %.1f kB (%d kB without any)",
                        way, (resident(process) - before) / 500.0, before);
            }
        }
    }

    private static void measure(String way, int calls) throws Exception {
        try (var coturn = relaying("bench-relay-" + way + calls)) {
            var sides = relays(coturn, way, 2 * calls);
            for (var side = 0; side < sides.size(); side++) {
                assertThat(sides.get(side).bind(sides.get(side ^ 1).relayed())).isZero();
            }
            var readers = sides.stream().map(RelaySpeedIT::reader).toList();
            var use = new Use(coturn());
            var sent = flow(sides);
            say(
                    "%d calls by %s at %.0f kbit/s a side: %.2f %% of a core a call, %d kB",
                    calls,
                    way,
                    sent / 2.0 / calls * 8 * PAYLOAD / 1000 / MEASURED.toSeconds(),
                    use.share() * 100 / calls,
                    resident(coturn()));
            for (var side : sides) {
                side.leave();
            }
            for (var reader : readers) {
                reader.join();
            }
        }
    }

    /** @return packets sent */
    private static long flow(List<TurnClient> sides) throws IOException {
        var payload = new byte[PAYLOAD];
        var start = System.nanoTime();
        var rounds = PACKETS_A_SECOND * MEASURED.toSeconds();
        for (var round = 0L; round < rounds; round++) {
            for (var side : sides) {
                side.sendOnFirstChannel(payload);
            }
            LockSupport.parkNanos(start + (round + 1) * 1_000_000_000 / PACKETS_A_SECOND - System.nanoTime());
        }
        return rounds * sides.size();
    }

    /** Takes what comes, so that nothing waits in coturn. */
    private static Thread reader(TurnClient side) {
        var thread = new Thread(side::drain);
        thread.start();
        return thread;
    }

    private static Coturn relaying(String name) throws IOException {
        var coturn = Coturn.alone(name, List.of(SECRET), "allow-loopback-peers", "allowed-peer-ip=127.0.0.1");
        await().ignoreExceptions().until(() -> relays(coturn, "tls", 1).size() == 1);
        return coturn;
    }

    private static List<TurnClient> relays(Coturn coturn, String way, int count) throws IOException {
        var url = coturn.urls().split(",")[way.equals("udp") ? 0 : 2];
        var tls = Trust.in(coturn.certificate());
        var clients = new ArrayList<TurnClient>();
        for (var one = 0; one < count; one++) {
            clients.add(new TurnClient(url, TurnClient.credentials(SECRET, "holder" + one % 100), tls));
            assertThat(clients.get(one).allocate()).isZero();
        }
        return clients;
    }

    /** The one that was started last. */
    private static ProcessHandle coturn() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("turnserver"))
                .max((one, other) -> one.info()
                        .startInstant()
                        .orElseThrow()
                        .compareTo(other.info().startInstant().orElseThrow()))
                .orElseThrow();
    }

    /** How much of one core a process takes from now on. */
    private record Use(ProcessHandle process, Duration before, long start) {
        Use(ProcessHandle process) {
            this(process, process.info().totalCpuDuration().orElseThrow(), System.nanoTime());
        }

        double share() {
            var spent = process.info().totalCpuDuration().orElseThrow().minus(before);
            return (double) spent.toNanos() / (System.nanoTime() - start);
        }
    }

    /** In kB. */
    private static long resident(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static double bytes(Page page) {
        return ((Number) page.evaluate(BYTES)).doubleValue();
    }

    private static double kilobits(double bytes) {
        return bytes * 8 / 1000 / MEASURED.toSeconds();
    }

    private static void rest(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static void say(String what, Object... values) {
        System.out.printf(Locale.ROOT, "Relay: " + what + "%n", values);
    }
}
