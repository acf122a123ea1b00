package fr.predice.visio.call.turn;

import java.io.Closeable;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** A way to a TURN server, open until closed or until its time is over. */
interface TurnLink extends Closeable {
    /** @throws IOException if the server is not there in time, or if its certificate is not to be trusted */
    static TurnLink open(TurnAddress address, SSLSocketFactory tls, TimeLeft time) throws IOException {
        return switch (address.transport()) {
            case UDP -> new DatagramLink(address, time);
            case TCP -> StreamLink.plain(address, time);
            case TLS -> StreamLink.secure(address, tls, time);
        };
    }

    void send(byte[] message) throws IOException;

    /**
     * The next message; nothing when it is time to send again what may be lost.
     *
     * @throws java.net.SocketTimeoutException when the time is over
     */
    Optional<byte[]> receive() throws IOException;

    /** What the server showed, where the way is TLS. */
    default Optional<X509Certificate> certificate() {
        return Optional.empty();
    }
}
