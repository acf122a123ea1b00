package fr.predice.visio.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Where everything listens: the usual ports, all moved by one offset. PostgreSQL and TURN keep off an installed
 * server's.
 */
public record Ports(int offset) {
    /** Below this, no usual port moves into the range that the system gives to outgoing connections. */
    private static final int HIGHEST_OFFSET = 15_000;

    int http() {
        return 8080 + offset;
    }

    int https() {
        return 8443 + offset;
    }

    /** Where cards are read, if the site reads them. */
    int card() {
        return 8444 + offset;
    }

    int management() {
        return 9990 + offset;
    }

    int database() {
        return 15_432 + offset;
    }

    int turn() {
        return 13_478 + offset;
    }

    int turnTls() {
        return 15_349 + offset;
    }

    /** Ports that nobody uses now, so that tests run beside a demo. */
    static Ports free() {
        return ThreadLocalRandom.current()
                .ints(100, 1000, HIGHEST_OFFSET)
                .mapToObj(Ports::new)
                .filter(ports -> ports.areFree() && isFree(ports.card()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free ports"));
    }

    boolean areFree() {
        return taken().length == 0;
    }

    int[] taken() {
        return IntStream.of(http(), https(), management(), database(), turn(), turnTls())
                .filter(port -> !isFree(port))
                .toArray();
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
