package fr.predice.visio.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * OVH's SMS API on loopback, reached directly or as a proxy would: checks each signature as OVH describes it, keeps
 * what it accepted, and fails as it is told to. Sockets of its own, since the failures that matter are below HTTP.
 */
public final class OvhStandIn implements AutoCloseable {
    public static final String SECRET = "application-secret-of-the-stand-in";
    private static final String CONSUMER = "consumer-key-of-the-stand-in";
    private static final String SERVICE = "sms-ab12345-1";
    private static final Duration TOLERATED = Duration.ofSeconds(30);

    /** A job that was accepted. */
    public record Accepted(long id, String receiver, String message) {}

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
    private final List<JsonObject> jobs = new CopyOnWriteArrayList<>();
    private final Queue<OvhBehaviour> next = new ConcurrentLinkedQueue<>();
    private final AtomicLong ids = new AtomicLong(1_000_000);
    private final AtomicInteger thinking = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private volatile Duration wayBack = Duration.ZERO;
    private volatile Duration ahead = Duration.ZERO;
    private volatile double credits = 5000;

    private OvhStandIn(ServerSocket server) {
        this.server = server;
        threads.execute(this::serve);
    }

    public static OvhStandIn start() {
        try {
            return new OvhStandIn(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/1.0";
    }

    /** What a server needs to send here. */
    public Map<String, String> settings() {
        return Map.of(
                "VISIO_SMS_GATEWAY",
                "ovh",
                "VISIO_OVH_ENDPOINT",
                endpoint(),
                "VISIO_OVH_APPLICATION_KEY",
                "application",
                "VISIO_OVH_APPLICATION_SECRET",
                SECRET,
                "VISIO_OVH_CONSUMER_KEY",
                CONSUMER,
                "VISIO_OVH_SERVICE",
                SERVICE,
                "VISIO_OVH_SENDER",
                "Visio");
    }

    public List<Accepted> accepted() {
        return accepted;
    }

    /** Texts accepted for this number (E.164), newest last. */
    public List<String> to(String receiver) {
        return accepted.stream()
                .filter(job -> job.receiver().equals(receiver))
                .map(Accepted::message)
                .toList();
    }

    /** Every job that was asked for with a right signature, accepted or not. */
    public List<JsonObject> jobs() {
        return jobs;
    }

    public void next(OvhBehaviour behaviour) {
        next.add(behaviour);
    }

    /** How long it thinks before it accepts. */
    public void delay(Duration time) {
        delay = time;
    }

    /** How long its answer is on the way, once it has accepted. */
    public void answersLater(Duration time) {
        wayBack = time;
    }

    /** How many jobs it thinks about. */
    public int thinking() {
        return thinking.get();
    }

    /** How far its clock is ahead of everybody's. */
    public void ahead(Duration time) {
        ahead = time;
    }

    public void credits(double left) {
        credits = left;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                threads.execute(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            while (new Exchange(socket, in).done()) {
                // The connection is kept for the next question.
            }
        } catch (IOException gone) {
            // As clients go.
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** One question and what becomes of it. */
    public final class Exchange {
        private final Socket socket;
        private final InputStream in;
        private final Map<String, String> headers = new HashMap<>();
        private String method;
        private String url;
        private String path;
        private String body;

        private Exchange(Socket socket, InputStream in) {
            this.socket = socket;
            this.in = in;
        }

        /** @return false when the connection is over */
        private boolean done() throws IOException {
            var first = line();
            if (first.split(" ").length < 2) {
                return false;
            }
            method = first.split(" ")[0];
            url = first.split(" ")[1];
            path = url.startsWith("http:") ? URI.create(url).getPath() : url;
            for (var header = line(); !header.isEmpty(); header = line()) {
                var parts = header.split(": ", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            react();
            return !socket.isClosed();
        }

        private void react() throws IOException {
            if (path.equals("/1.0/auth/time")) {
                answer(200, Long.toString(now()));
            } else if (!signed()) {
                answer(403, "{\"errorCode\":\"INVALID_SIGNATURE\",\"message\":\"Invalid signature\"}");
            } else if (late()) {
                answer(403, "{\"errorCode\":\"QUERY_TIME_OUT\",\"message\":\"Query out of time\"}");
            } else if (method.equals("GET") && path.equals("/1.0/sms/" + SERVICE)) {
                answer(200, "{\"name\":\"" + SERVICE + "\",\"creditsLeft\":" + credits + "}");
            } else if (method.equals("POST") && path.equals("/1.0/sms/" + SERVICE + "/jobs")) {
                job();
            } else {
                answer(404, "{\"message\":\"Got an invalid (or empty) URL\"}");
            }
        }

        private void job() throws IOException {
            jobs.add(json());
            var behaviour = next.poll();
            if (behaviour != null && behaviour.instead(this)) {
                return;
            }
            thinking.incrementAndGet();
            pause(delay);
            thinking.decrementAndGet();
            var id = accept();
            pause(wayBack);
            answer(
                    200,
                    "{\"ids\":[" + id + "],\"invalidReceivers\":[],\"totalCreditsRemoved\":1,\"validReceivers\":[\""
                            + receiver() + "\"]}");
        }

        public long accept() {
            var id = ids.incrementAndGet();
            accepted.add(new Accepted(id, receiver(), json().getString("message")));
            return id;
        }

        private String receiver() {
            return json().getJsonArray("receivers").getString(0);
        }

        private JsonObject json() {
            return Json.createReader(new StringReader(body)).readObject();
        }

        private boolean signed() {
            var signature = String.join(
                    "+",
                    SECRET,
                    CONSUMER,
                    method,
                    (url.equals(path) ? endpoint() + path.substring(4) : url),
                    body,
                    headers.get("x-ovh-timestamp"));
            return CONSUMER.equals(headers.get("x-ovh-consumer"))
                    && ("$1$" + DigestUtils.sha1Hex(signature)).equals(headers.get("x-ovh-signature"));
        }

        private boolean late() {
            return Math.abs(Long.parseLong(headers.get("x-ovh-timestamp")) - now()) > TOLERATED.toSeconds();
        }

        private long now() {
            return Clock.systemUTC().instant().plus(ahead).getEpochSecond();
        }

        public boolean answer(int status, String text, String... more) throws IOException {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var head = "HTTP/1.1 " + status + " So\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                    + "\r\n"
                    + String.join(
                            "",
                            List.of(more).stream()
                                    .map(header -> header + "\r\n")
                                    .toList())
                    + "\r\n";
            var out = new ByteArrayOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            socket.getOutputStream().write(out.toByteArray());
            return true;
        }

        /** The head of an answer, and no more of it. */
        void begin() throws IOException {
            var head = "HTTP/1.1 200 So\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        }

        boolean reset() throws IOException {
            // With no time to linger, closing sends RST.
            socket.setSoLinger(true, 0);
            socket.close();
            return true;
        }

        private String line() throws IOException {
            var line = new ByteArrayOutputStream();
            for (var read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
                line.write(read);
            }
            return line.toString(StandardCharsets.US_ASCII).strip();
        }
    }
}
