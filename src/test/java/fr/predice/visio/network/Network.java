package fr.predice.visio.network;

import fr.predice.visio.support.Browsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A cable from each side to the server, and none between them. The server's end is in the network namespace of this
 * process, which {@link OwnNetwork} made for it; each side has one of its own.
 */
final class Network {
    static final String SERVER = "10.77.0.1";

    private static final long PATIENCE_SECONDS = 20;
    private static final String BOTH = "{ \"organizer*\", \"participant*\" }";
    private static final String TROUBLE = """
            add table inet trouble
            add chain inet trouble coming { type filter hook input priority 0; policy accept; }
            add chain inet trouble going { type filter hook output priority 0; policy accept; }
            """;

    enum Side {
        ORGANIZER(11),
        PARTICIPANT(12);

        private final int first;

        Side(int first) {
            this.first = first;
        }

        private String space() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Both ends of a cable have its name: they are in different namespaces. */
    private record Cable(Side side, int number) {
        String name() {
            return side.space() + number;
        }

        String address() {
            return "10.77.0." + (side.first + 2 * number);
        }
    }

    private final Map<Side, Cable> cables = new EnumMap<>(Side.class);

    private Network() {}

    static Network open() {
        run("sysctl -q -w net.ipv4.ip_forward=0");
        run("ip address add " + SERVER + "/32 dev lo");
        var network = new Network();
        for (var side : Side.values()) {
            run("ip netns add " + side.space());
            run("ip -n " + side.space() + " link set lo up");
            network.lay(new Cable(side, 0));
        }
        return network;
    }

    private void lay(Cable cable) {
        cables.put(cable.side(), cable);
        run("ip link add %1$s type veth peer name %1$s netns %2$s"
                .formatted(cable.name(), cable.side().space()));
        run("ip -n %s address add %s/32 dev %s".formatted(cable.side().space(), cable.address(), cable.name()));
        run("ip link set %s up".formatted(cable.name()));
        run("ip route add %s dev %s src %s".formatted(cable.address(), cable.name(), SERVER));
        plugIn(cable.side());
    }

    /** A program that starts Chromium where this side is. */
    static Path chromium(Side side) {
        try {
            var program = Path.of("target", "chromium-" + side.space()).toAbsolutePath();
            Files.writeString(
                    program, "#!/bin/sh\nexec ip netns exec %s %s \"$@\"\n".formatted(side.space(), Browsers.CHROMIUM));
            program.toFile().setExecutable(true);
            return program;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether one side knows a way to the other that does not end at the server. */
    boolean reaches(Side from, Side to) {
        return start("ip", "-n", from.space(), "route", "get", cables.get(to).address())
                        .ended()
                == 0;
    }

    void unplug(Side side) {
        run("ip -n %s link set %s down".formatted(side.space(), cables.get(side).name()));
    }

    void plugIn(Side side) {
        var cable = cables.get(side);
        run("ip -n %s link set %s up".formatted(side.space(), cable.name()));
        run("ip -n %s route add %s dev %s src %s".formatted(side.space(), SERVER, cable.name(), cable.address()));
    }

    /** To another cable with another address, as a phone goes from Wi-Fi to the mobile network. */
    void move(Side side) {
        var old = cables.get(side);
        run("ip -n %s link delete %s".formatted(side.space(), old.name()));
        lay(new Cable(side, old.number() + 1));
    }

    /** The server's line goes dead, and no device notices a thing. */
    void silence() {
        trouble("add rule inet trouble coming iifname " + BOTH + " drop\nadd rule inet trouble going oifname " + BOTH
                + " drop");
    }

    /** As many of a hundred media packets get lost on their way. */
    void lose(int percent) {
        trouble("add rule inet trouble coming iifname " + BOTH + " meta l4proto udp numgen random mod 100 < " + percent
                + " drop");
    }

    /** What this side sends of media beyond these kilobytes a second gets lost, as on a line of that width. */
    void narrow(Side side, int kilobytes) {
        trouble(("add rule inet trouble coming iifname \"%s*\" meta l4proto udp"
                        + " limit rate over %d kbytes/second burst 4 kbytes drop")
                .formatted(side.space(), kilobytes));
    }

    /** Whoever speaks to this port is told that nobody is there any more. */
    void refuse(int port) {
        trouble("add rule inet trouble coming iifname " + BOTH + " tcp dport " + port + " reject with tcp reset");
    }

    /** Ends silence, loss, narrowness and refusal. */
    void repair() {
        run("nft delete table inet trouble");
    }

    private static void trouble(String rules) {
        check(start("nft", TROUBLE + rules));
    }

    private static void run(String command) {
        check(start(command.split(" ")));
    }

    private static void check(Ended command) {
        if (command.ended() != 0) {
            throw new IllegalStateException(command.toString());
        }
    }

    private record Ended(String command, int ended, String said) {}

    private static Ended start(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes());
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Ended(Arrays.toString(command), process.exitValue(), said);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
