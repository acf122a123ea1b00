package fr.predice.visio.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A reverse proxy before a server: the very file that hospitals get, with nothing changed but addresses, ports, paths
 * of certificates and logs, and where the application is.
 */
public final class FrontProxy implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LOWEST_PORT = 20_000;
    /** Below the range that the system gives to outgoing connections. */
    private static final int HIGHEST_PORT = 30_000;

    private static final String APACHE_MODULES = "/usr/lib/apache2/modules";

    /** A program and its sample in {@code src/release/proxy}. */
    public enum Kind {
        NGINX("nginx.conf"),
        HAPROXY("haproxy.cfg"),
        APACHE("apache.conf");

        private final String sample;

        Kind(String sample) {
            this.sample = sample;
        }
    }

    private final Kind kind;
    private final Path samples;
    private final int secure = freePort();
    private final int plain = freePort();
    private final Path home;
    private final Map<String, String> beyond = new LinkedHashMap<>();
    private Optional<NginxCards> cards = Optional.empty();
    private Child process;
    private Leftovers leftovers;

    /**
     * Reserves its ports: the server wants to know its public address before it starts.
     *
     * @param name of its directory in target/, its own: another with the same one is taken for a leftover and stopped
     */
    public FrontProxy(Kind kind, String name) {
        this(kind, name, Path.of("src/release/proxy"));
    }

    /** @param samples the folder of the files that hospitals get */
    FrontProxy(Kind kind, String name, Path samples) {
        this.kind = kind;
        this.samples = samples;
        this.home = Path.of("target", name).toAbsolutePath();
    }

    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(100, LOWEST_PORT, HIGHEST_PORT)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port"));
    }

    public String address() {
        return "https://localhost:" + secure;
    }

    /** Where it listens without TLS. */
    public String plainAddress() {
        return "http://localhost:" + plain;
    }

    /** HAProxy's own line for a second server, who takes over; told before the start. */
    public FrontProxy backedBy(Node second, Path itsKeyStore, String password) {
        OwnerOnly.directory(home.resolveSibling(home.getFileName() + "-trusts"));
        try {
            var trusted = new Certificate(itsKeyStore, password)
                    .publicPem(home.resolveSibling(home.getFileName() + "-trusts"));
            beyond.put("    # server two ", "    server two ");
            beyond.put(
                    "192.0.2.12:8443",
                    "127.0.0.1:" + URI.create(second.secureAddress()).getPort());
            beyond.put("verifyhost wildfly.example.org", "verifyhost localhost");
            beyond.put("/etc/ssl/visio/wildfly-ca.pem", trusted.toString());
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** HAProxy's or nginx's way to the card's listener, under a name of its own; told before the start. */
    public FrontProxy withCards(String name, int port) {
        if (kind == Kind.NGINX) {
            cards = Optional.of(new NginxCards(samples, name, port));
            return this;
        }
        beyond.put("carte.example.org", name);
        beyond.put("127.0.0.1:8444", "127.0.0.1:" + port);
        return this;
    }

    /**
     * @param server the application's own address
     * @param path of the application, with a slash at both ends
     * @param keyStore PKCS #12, of the certificate to show
     */
    public FrontProxy start(String server, String path, Path keyStore, String password) {
        OwnerOnly.directory(home);
        leftovers = new Leftovers(home);
        leftovers.stop();
        try {
            ServerCopy.deleteTree(home);
            OwnerOnly.directory(home);
            var pem = new Certificate(keyStore, password).pem(home);
            var sample = Files.readString(samples.resolve(kind.sample));
            var file = Files.writeString(home.resolve(kind.sample), fitted(sample, changes(server, path, pem)));
            var whole = kind == Kind.HAPROXY ? file : Files.writeString(home.resolve("main.conf"), around(file));
            check(command(whole, true));
            process = Child.start(
                    kind.name(), new ProcessBuilder(command(whole, false)), home.resolve("out.log"), leftovers);
            awaitPort();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the sample says, and what stands there in this test. Each must be there: the sample cannot drift away. */
    private Map<String, String> changes(String server, String path, Path pem) throws IOException {
        var changes = new LinkedHashMap<String, String>();
        changes.put("https://visio.example.org", address());
        changes.put("visio.example.org", "localhost");
        changes.put("127.0.0.1:8080", "127.0.0.1:" + URI.create(server).getPort());
        changes.putAll(beyond);
        switch (kind) {
            case NGINX -> {
                if (cards.isPresent()) {
                    changes.putAll(cards.get().portal(home));
                } else {
                    changes.put("listen 443 ", "listen 127.0.0.1:" + secure + " ");
                }
                changes.put("listen 80;", "listen 127.0.0.1:" + plain + ";");
                changes.put("/etc/ssl/visio/fullchain.pem", pem.toString());
                changes.put("/etc/ssl/visio/privkey.pem", pem.toString());
                changes.put("/var/log/nginx/", home + "/");
                changes.put("location / {", "location " + path + " {");
            }
            case HAPROXY -> {
                changes.put("bind :443", "bind 127.0.0.1:" + secure);
                changes.put("bind :80", "bind 127.0.0.1:" + plain);
                changes.put("/etc/ssl/visio/visio.pem", pem.toString());
                changes.put("log /dev/log local0", "log stdout format raw local0");
                changes.put("abns@visio-", "abns@visio-" + secure + "-");
                if (!"root".equals(System.getProperty("user.name"))) {
                    changes.put("    chroot /var/lib/haproxy\n    user haproxy\n    group haproxy\n", "");
                }
            }
            case APACHE -> {
                changes.put("*:443", "127.0.0.1:" + secure);
                changes.put("*:80", "127.0.0.1:" + plain);
                changes.put("/etc/ssl/visio/fullchain.pem", pem.toString());
                changes.put("/etc/ssl/visio/privkey.pem", pem.toString());
                changes.put("/var/log/apache2/", home + "/");
            }
        }
        return changes;
    }

    static String fitted(String sample, Map<String, String> changes) {
        var text = sample;
        for (var change : changes.entrySet()) {
            if (!text.contains(change.getKey())) {
                throw new IllegalStateException("The sample says nowhere: " + change.getKey());
            }
            text = text.replace(change.getKey(), change.getValue());
        }
        return text;
    }

    /** What Debian's own main file does around the sample, with all in a directory of its own. */
    private String around(Path file) throws IOException {
        if (kind == Kind.NGINX) {
            var temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                    .map(what -> what + "_temp_path " + home + "/" + what + ";")
                    .collect(Collectors.joining("\n"));
            var beside = cards.isPresent() ? cards.get().main(home, secure) : "";
            return beside + """
                    daemon off;
                    user root;
                    worker_processes 1;
                    pid %1$s/nginx.pid;
                    error_log %1$s/error.log;
                    events {}
                    http {
                    %2$s
                    include %3$s;
                    }
                    """.formatted(home, temporary, file);
        }
        var modules = Stream.of(
                        "mpm_event", "authz_core", "ssl", "http2", "headers", "alias", "rewrite", "proxy", "proxy_http")
                .map(name -> "LoadModule " + name + "_module " + APACHE_MODULES + "/mod_" + name + ".so")
                .collect(Collectors.joining("\n"));
        return """
                ServerRoot %1$s
                ServerName localhost
                DefaultRuntimeDir %1$s
                PidFile %1$s/apache.pid
                ErrorLog %1$s/error.log
                %2$s
                User www-data
                Group www-data
                Listen 127.0.0.1:%3$d
                Listen 127.0.0.1:%4$d
                Include %5$s
                """.formatted(home, modules, secure, plain, file);
    }

    private List<String> command(Path file, boolean checking) {
        return switch (kind) {
            case NGINX ->
                checking
                        ? List.of("/usr/sbin/nginx", "-t", "-c", file.toString())
                        : List.of("/usr/sbin/nginx", "-c", file.toString());
            case HAPROXY -> List.of("/usr/sbin/haproxy", checking ? "-c" : "-db", "-f", file.toString());
            case APACHE -> List.of("/usr/sbin/apache2", checking ? "-t" : "-DFOREGROUND", "-f", file.toString());
        };
    }

    private static void check(List<String> command) throws IOException {
        var checked = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(checked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (checked.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private void awaitPort() {
        var deadline = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (process.endsWithin(Duration.ofMillis(100)) || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(kind + " did not start: " + log());
            }
        }
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), secure)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** All that it has written. */
    public String log() {
        try (var files = Files.list(home)) {
            var text = new StringBuilder();
            for (var file : files.filter(one -> one.toString().endsWith(".log")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.close();
        leftovers.forget();
    }
}
