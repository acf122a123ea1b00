package fr.predice.visio.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.support.TestCertificate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service of a few lines, and what proxies make of its answers. */
class PublicCheckTest {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static TestCertificate certificate;

    private final Map<String, String> headers = new TreeMap<>(Map.of(
            "Content-Security-Policy",
            "default-src 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(self)",
            "Strict-Transport-Security",
            "max-age=31536000",
            "Set-Cookie",
            "JSESSIONID=a; Path=/; Secure; HttpOnly"));

    /** Where the service closes sockets; below zero, the proxy drops the header Upgrade. */
    private int closing = 4401;

    private ServerSocket server;

    @BeforeAll
    static void certify() {
        certificate = TestCertificate.of("dns:localhost");
    }

    @BeforeEach
    void listen() throws IOException {
        server = certificate
                .server()
                .getServerSocketFactory()
                .createServerSocket(0, 9, InetAddress.getByName("localhost"));
        var thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void findsNothingWrongWhereNothingIsChanged() {
        assertThat(look(Clock.systemUTC()))
                .containsExactly(
                        "here.headers well", "here.hsts well", "cookies well", "publicClock well", "here.socket well");
    }

    @Test
    void tellsWhichHeaderIsChangedOrTwice() {
        headers.remove("Referrer-Policy");
        headers.put("X-Content-Type-Options", "nosniff\r\nX-Content-Type-Options: nosniff");
        headers.put("Strict-Transport-Security", "max-age=300");

        var found = check(Clock.systemUTC()).look();

        assertThat(found.get(0).figures()).containsExactly("referrer-policy, x-content-type-options");
        assertThat(found).extracting(Finding::word).startsWith("changed", "other");
        headers.remove("Strict-Transport-Security");
        assertThat(look(Clock.systemUTC())).contains("here.hsts missing");
    }

    @Test
    void wantsCookiesThatStayOnHttpsAndOutOfScripts() {
        for (var cookie : List.of("JSESSIONID=a; HttpOnly", "JSESSIONID=a; Secure", "JSESSIONID=secure")) {
            headers.put("Set-Cookie", cookie);
            var found = check(Clock.systemUTC()).look().get(2);
            assertThat(found.word()).isEqualTo("open");
            assertThat(found.figures()).containsExactly("JSESSIONID");
        }
        headers.remove("Set-Cookie");
        assertThat(look(Clock.systemUTC())).contains("cookies none");
    }

    @Test
    void comparesClocks() {
        for (var apart : List.of(Duration.ofMinutes(1), Duration.ofMinutes(-1))) {
            var found = check(Clock.offset(Clock.systemUTC(), apart)).look().get(3);
            assertThat(found.word()).isEqualTo("apart");
            assertThat(found.state()).isEqualTo(Finding.State.WRONG);
        }
    }

    @Test
    void tellsASocketThatDoesNotOpenFromOneThatIsNotOurs() {
        closing = -1;
        assertThat(look(Clock.systemUTC())).contains("here.headers well", "here.socket blocked");
        closing = 1001;
        assertThat(look(Clock.systemUTC())).contains("here.socket changed");
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        server.close();

        var found = check(Clock.systemUTC()).look();

        assertThat(found).extracting(Finding::word).containsExactly("away");
        assertThat(found.get(0).state()).isEqualTo(Finding.State.CARE);
    }

    /** A certificate that this Java does not know. */
    @Test
    void trustsNobodyWhomJavaDoesNot() {
        var found = new PublicCheck(URI.create("https://localhost:" + server.getLocalPort()), Clock.systemUTC()).look();

        assertThat(found).extracting(Finding::word).containsExactly("away", "blocked");
        assertThat(found).extracting(Finding::state).containsOnly(Finding.State.WRONG);
    }

    private PublicCheck check(Clock clock) {
        return new PublicCheck(URI.create("https://localhost:" + server.getLocalPort()), clock, certificate.client());
    }

    private List<String> look(Clock clock) {
        return check(clock).look().stream()
                .map(found -> found.subject() + " " + found.word())
                .toList();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                answer(socket);
            } catch (IOException gone) {
                // The test is over, or the client is.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream()));
        var asked = new ArrayList<String>();
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            asked.add(line);
        }
        var key = asked.stream()
                .filter(line -> line.toLowerCase().startsWith("sec-websocket-key:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
        var out = socket.getOutputStream();
        if (key.isPresent() && closing > 0) {
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accept(key.get()) + "\r\n\r\n")
                    .getBytes());
            out.flush();
            reader.read();
            out.write(new byte[] {(byte) 0x88, 2, (byte) (closing >> 8), (byte) closing});
        } else {
            var text = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n");
            var now = ZonedDateTime.now(ZoneOffset.UTC);
            text.append("Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now) + "\r\n");
            headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
            out.write(text.append("\r\n").toString().getBytes());
        }
        out.flush();
    }

    private static String accept(String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes()));
        } catch (java.security.NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }
}
