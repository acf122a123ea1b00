package fr.predice.visio.call.turn;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;

/** TURN over UDP: datagrams may be lost, so what has no answer is sent again. */
final class DatagramLink implements TurnLink {
    /** Half a second, as RFC 8489 §6.2.1 has it. */
    private static final int SENT_AGAIN_AFTER = 500;

    private static final int LARGEST = 2048;

    private final DatagramSocket socket;
    private final TimeLeft time;

    DatagramLink(TurnAddress address, TimeLeft time) throws IOException {
        this.time = time;
        var server = new InetSocketAddress(InetAddress.getByName(address.host()), address.port());
        this.socket = new DatagramSocket();
        try {
            // Connected, so that a closed port is told at once.
            socket.connect(server);
        } catch (IOException | RuntimeException refused) {
            socket.close();
            throw refused;
        }
    }

    @Override
    public void send(byte[] message) throws IOException {
        socket.send(new DatagramPacket(message, message.length));
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        socket.setSoTimeout(time.milliseconds(SENT_AGAIN_AFTER));
        try {
            socket.receive(packet);
            return Optional.of(Arrays.copyOf(packet.getData(), packet.getLength()));
        } catch (SocketTimeoutException lost) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
