package fr.predice.visio.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.FrontProxy;
import fr.predice.visio.stack.Ran;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.support.TestCertificate;
import fr.predice.visio.support.Tongue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The listener that asks for a card, behind the HAProxy and the nginx that hospitals get: a way in to the card's page
 * alone.
 */
class CardListenerIT {
    private static final Path SCRIPT = Path.of("wildfly-config/optional/35-card-listener.cli");
    private static final String REFUSAL = "response-code(404)";
    private static final String OFFICE = "127.0.0.7";
    private static final List<String> THE_APPLICATIONS =
            List.of("/", "/connexion", "/r", "/api/guest/look", "/signaling", "/admin", "/metrics", "/assets/");

    /** All but the page that reads the card, and where its button leads. */
    private static final List<String> BESIDE_THE_CARD = List.of(
            "/carte",
            "/carte/",
            "/carte/depart",
            "/carte/retour",
            "/carte/lecteur/",
            "/carte/lecteur;a=b",
            "/carte/%6cecteur",
            "/carte/lecteur/../../connexion",
            "/admin/carte/lecteur",
            "/v/0123456789/portal/portal.css");

    @Test
    void opensTheCardsPageAloneAndKnowsTheClient() throws IOException {
        var card = TestCertificate.of("dns:carte");
        var stranger = TestCertificate.of("dns:carte");
        var site = TestCertificate.of("dns:localhost");
        var settings = Map.of(
                "VISIO_CARD_URL",
                "https://carte.localhost:8444",
                "VISIO_CARD_PROXY_PROTOCOL",
                "true",
                "VISIO_BEHIND_PROXY",
                "true",
                "VISIO_ADMIN_NETWORKS",
                OFFICE,
                "VISIO_CARD_TRUSTSTORE",
                card.keyStore().toAbsolutePath().toString(),
                "VISIO_CARD_TRUSTSTORE_PASSWORD",
                TestCertificate.PASSWORD);
        try (var stack = Stack.startDemo("it-card", settings);
                var proxy = new FrontProxy(FrontProxy.Kind.HAPROXY, "it-card-proxy");
                var nginx = new FrontProxy(FrontProxy.Kind.NGINX, "it-card-nginx")) {
            stack.cli("--file=" + revealing());
            proxy.withCards("carte.localhost", cardPort(stack))
                    .start(stack.address(), "/", site.keyStore(), TestCertificate.PASSWORD);

            for (var path : Stream.of(THE_APPLICATIONS, BESIDE_THE_CARD)
                    .flatMap(List::stream)
                    .toList()) {
                for (var host : List.of("carte.localhost", "localhost", "localhost:8443")) {
                    assertThat(ask(proxy, card, path, host))
                            .as(path + " " + host)
                            .startsWith("HTTP/1.1 404")
                            .contains("Seen: " + OFFICE + "\r\n");
                }
            }
            assertThat(ask(proxy, card, "/carte/lecteur", "localhost"))
                    .startsWith("HTTP/1.1 200")
                    .contains(Tongue.FRENCH.of("cps", "cps.read.REFUSED"));
            assertThat(ask(proxy, card, "/carte/connexion", "localhost")).startsWith("HTTP/1.1 303");
            assertThat(ask(proxy, card, "/v/0123456789/card/card.css", "localhost"))
                    .startsWith("HTTP/1.1 200");
            assertThat(ask(proxy, stranger, "/", "localhost"))
                    .as("a card that nobody vouches for")
                    .isEmpty();
            assertThat(Ran.of(new ProcessBuilder("curl", "-sk", "https://localhost:" + cardPort(stack) + "/"))
                            .said())
                    .as("past the proxy")
                    .isEmpty();
            assertThat(Ran.of(new ProcessBuilder("curl", "-sk", "-D", "-", proxy.address() + "/connexion"))
                            .said())
                    .contains("200")
                    .doesNotContain("Seen: ");

            nginx.withCards("carte.localhost", cardPort(stack))
                    .start(stack.address(), "/", site.keyStore(), TestCertificate.PASSWORD);
            assertThatItIsSoBehind(nginx, card, stranger);
        }
    }

    private static void assertThatItIsSoBehind(FrontProxy nginx, TestCertificate card, TestCertificate stranger) {
        assertThat(ask(nginx, card, "/", "localhost"))
                .startsWith("HTTP/1.1 404")
                .contains("Seen: " + OFFICE + "\r\n");
        assertThat(ask(nginx, card, "/carte/lecteur", "localhost"))
                .startsWith("HTTP/1.1 200")
                .contains(Tongue.FRENCH.of("cps", "cps.read.REFUSED"));
        assertThat(ask(nginx, stranger, "/", "localhost")).isEmpty();
        // The portal beside it, which the office alone may administrate.
        assertThat(statusFrom(OFFICE, nginx)).isEqualTo("200");
        assertThat(statusFrom("127.0.0.1", nginx)).isEqualTo("404");
    }

    private static String statusFrom(String client, FrontProxy proxy) {
        return Ran.of(new ProcessBuilder(
                        "curl",
                        "-sk",
                        "-o",
                        "/dev/null",
                        "-w",
                        "%{http_code}",
                        "--interface",
                        client,
                        proxy.address() + "/admin/connexion"))
                .said();
    }

    /** The listener as hospitals get it, and who asked in the answer. */
    private static Path revealing() throws IOException {
        var script = Files.readString(SCRIPT);
        assertThat(script).contains(REFUSAL);
        return Files.writeString(
                Path.of("target/card-listener.cli"),
                script.replace(REFUSAL, "set(attribute='%{o,Seen}', value='%a'); " + REFUSAL));
    }

    /** One port above HTTPS, as by default. */
    private static int cardPort(Stack stack) {
        return URI.create(stack.secureAddress()).getPort() + 1;
    }

    private static String ask(FrontProxy proxy, TestCertificate card, String path, String host) {
        var port = URI.create(proxy.address()).getPort();
        return Ran.of(new ProcessBuilder(
                        "curl",
                        "-sk",
                        "--path-as-is",
                        "-H",
                        "Accept-Language: fr",
                        "-D",
                        "-",
                        "--interface",
                        OFFICE,
                        "--resolve",
                        "carte.localhost:" + port + ":127.0.0.1",
                        "--cert-type",
                        "P12",
                        "--cert",
                        card.keyStore() + ":" + TestCertificate.PASSWORD,
                        "-H",
                        "Host: " + host,
                        "https://carte.localhost:" + port + path))
                .said();
    }
}
