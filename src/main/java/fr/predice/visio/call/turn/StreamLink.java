package fr.predice.visio.call.turn;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** TURN over TCP, or over TLS with a certificate that must be trusted and be the server's. */
final class StreamLink implements TurnLink {
    private final Socket socket;
    private final TimeLeft time;
    private final Optional<X509Certificate> certificate;

    private StreamLink(Socket socket, TimeLeft time, Optional<X509Certificate> certificate) {
        this.socket = socket;
        this.time = time;
        this.certificate = certificate;
    }

    static StreamLink plain(TurnAddress address, TimeLeft time) throws IOException {
        return new StreamLink(connected(address, time), time, Optional.empty());
    }

    static StreamLink secure(TurnAddress address, SSLSocketFactory tls, TimeLeft time) throws IOException {
        var plain = connected(address, time);
        try {
            var socket = (SSLSocket) tls.createSocket(plain, address.host(), address.port(), true);
            var parameters = socket.getSSLParameters();
            // The name of the address must be in the certificate (RFC 2818 §3.1), as for a browser.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(time.milliseconds());
            socket.startHandshake();
            var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return new StreamLink(socket, time, Optional.of(certificate));
        } catch (IOException | RuntimeException refused) {
            plain.close();
            throw refused;
        }
    }

    private static Socket connected(TurnAddress address, TimeLeft time) throws IOException {
        var server = new InetSocketAddress(InetAddress.getByName(address.host()), address.port());
        var socket = new Socket();
        try {
            socket.connect(server, time.milliseconds());
            return socket;
        } catch (IOException | RuntimeException refused) {
            socket.close();
            throw refused;
        }
    }

    @Override
    public void send(byte[] message) throws IOException {
        socket.getOutputStream().write(message);
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        socket.setSoTimeout(time.milliseconds());
        var stream = new DataInputStream(socket.getInputStream());
        var header = new byte[StunMessage.HEADER];
        stream.readFully(header);
        var message = Arrays.copyOf(header, StunMessage.HEADER + StunMessage.length(header));
        stream.readFully(message, StunMessage.HEADER, message.length - StunMessage.HEADER);
        return Optional.of(message);
    }

    @Override
    public Optional<X509Certificate> certificate() {
        return certificate;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
