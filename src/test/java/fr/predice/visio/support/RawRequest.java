package fr.predice.visio.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One request, written line by line: with any host, from any address of this machine. */
public final class RawRequest {
    private static final int PATIENCE_MILLIS = 20_000;

    private RawRequest() {}

    /**
     * @param server address of the server; its host is what TLS says
     * @param from an address of this machine
     * @param lines the request's line and its headers
     * @return the answer with its headers, or nothing where the server hung up
     */
    public static String send(String server, SSLContext trusting, String from, String... lines) {
        return write(server, trusting, from, String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
    }

    /** The same with a body of ASCII, whose length it says. */
    public static String sendWith(String body, String server, String from, String... lines) {
        var head = String.join("\r\n", lines) + "\r\nContent-Length: " + body.length();
        return write(server, null, from, head + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static String write(String server, SSLContext trusting, String from, String request) {
        var to = URI.create(server);
        var here = InetAddress.getLoopbackAddress();
        try (var plain = new Socket(here, to.getPort(), InetAddress.getByName(from), 0);
                var socket = to.getScheme().equals("https") ? secured(plain, to, trusting) : plain) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Socket secured(Socket plain, URI to, SSLContext trusting) throws IOException {
        var socket = (SSLSocket) trusting.getSocketFactory().createSocket(plain, to.getHost(), to.getPort(), true);
        var parameters = socket.getSSLParameters();
        // Java itself would not say a name without a dot.
        parameters.setServerNames(List.of(new SNIHostName(to.getHost())));
        socket.setSSLParameters(parameters);
        return socket;
    }
}
