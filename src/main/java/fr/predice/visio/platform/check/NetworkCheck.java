package fr.predice.visio.platform.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether somebody answers where a setting points: a TCP connection, and nothing is said. */
final class NetworkCheck {
    private static final int PATIENCE_MILLIS = 5000;

    private final Findings findings;

    NetworkCheck(Findings findings) {
        this.findings = findings;
    }

    void reach(String variable, String host, int port) {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            findings.wrong(variable + ": no address is known for the name " + host);
            return;
        }
        try (var socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            findings.right(variable + ": " + host + " answers on port " + port);
        } catch (IOException refused) {
            findings.wrong(variable + ": " + host + " does not answer on port " + port + ": " + refused.getMessage());
        }
    }
}
