package fr.predice.visio.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The TURN server, hardened as a hospital's should be, where {@code turnserver} is installed. */
final class Coturn implements AutoCloseable {
    private final Child process;
    private final String urls;

    private Coturn(Child process, String urls) {
        this.process = process;
        this.urls = urls;
    }

    /** Empty where it is not installed: calls then stay direct. */
    static Optional<Coturn> start(Site site, Secrets secrets, Certificate certificate, Leftovers leftovers) {
        return program().map(program -> {
            var directory = site.home().resolve("coturn");
            var configuration = write(directory, site, secrets, certificate);
            var command = new ProcessBuilder(program, "-c", configuration.toString()).directory(directory.toFile());
            var process = Child.start("coturn", command, directory.resolve("coturn.log"), leftovers);
            return new Coturn(process, urls(site));
        });
    }

    /** UDP is the fastest, TCP passes where it is blocked, and TLS where only what looks like HTTPS does. */
    private static String urls(Site site) {
        var server = "turn:" + site.host() + ":" + site.ports().turn();
        var secure = "turns:" + site.host() + ":" + site.ports().turnTls();
        return server + "?transport=udp," + server + "?transport=tcp," + secure + "?transport=tcp";
    }

    String urls() {
        return urls;
    }

    private static Optional<String> program() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "turnserver"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static Path write(Path directory, Site site, Secrets secrets, Certificate certificate) {
        var file = directory.resolve("turnserver.conf");
        try {
            OwnerOnly.create(file);
            return Files.writeString(file, configuration(directory, site, secrets, certificate.pem(directory)));
        } catch (IOException unwritable) {
            throw new IllegalStateException("coturn's settings were not written to " + file, unwritable);
        }
    }

    /**
     * Relays to nobody but this machine and, with an address, its own network: special ranges are denied, all of IPv6
     * too (CVE-2026-27624: IPv4 deny rules alone let through the same addresses written as IPv6).
     */
    private static String configuration(Path directory, Site site, Secrets secrets, Path pem) {
        var host = site.host();
        return """
                listening-ip=%1$s
                relay-ip=%1$s
                listening-port=%2$d
                tls-listening-port=%6$d
                cert=%7$s
                pkey=%7$s
                no-tlsv1
                no-tlsv1_1
                realm=visio
                use-auth-secret
                static-auth-secret=%3$s
                userdb=%4$s/turndb
                pidfile=%4$s/turnserver.pid
                log-file=stdout
                simple-log
                fingerprint
                no-dtls
                no-cli
                no-tcp-relay
                no-multicast-peers
                no-software-attribute
                no-rfc5780
                no-stun-backward-compatibility
                response-origin-only-with-rfc5780
                stale-nonce=600
                max-allocate-lifetime=600
                user-quota=64
                total-quota=1200
                denied-peer-ip=0.0.0.0-0.255.255.255
                denied-peer-ip=10.0.0.0-10.255.255.255
                denied-peer-ip=100.64.0.0-100.127.255.255
                denied-peer-ip=127.0.0.0-127.255.255.255
                denied-peer-ip=169.254.0.0-169.254.255.255
                denied-peer-ip=172.16.0.0-172.31.255.255
                denied-peer-ip=192.0.0.0-192.0.0.255
                denied-peer-ip=192.168.0.0-192.168.255.255
                denied-peer-ip=198.18.0.0-198.19.255.255
                denied-peer-ip=224.0.0.0-255.255.255.255
                denied-peer-ip=::1-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
                %5$s
                """.formatted(
                        host,
                        site.ports().turn(),
                        secrets.get("turn"),
                        directory,
                        allowed(site),
                        site.ports().turnTls(),
                        pem);
    }

    private static String allowed(Site site) {
        return site.address()
                .map(address -> address.substring(0, address.lastIndexOf('.')))
                .map(network -> "allowed-peer-ip=" + network + ".1-" + network + ".254")
                .orElse("allow-loopback-peers\nallowed-peer-ip=127.0.0.1");
    }

    @Override
    public void close() {
        process.close();
    }
}
