package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the files for coturn say of each other. */
class CoturnFileTest {
    private static final Path FOLDER = Path.of("src/release/coturn");

    private final String settings = read("turnserver.conf");

    @Test
    void hasPortsForAllItsRelaysAndHalfAsManyAgain() {
        var ports = number("max-port") - number("min-port") + 1;

        assertThat(ports).isGreaterThanOrEqualTo(number("total-quota") * 3 / 2);
    }

    @Test
    void opensTheSamePortsInTheSheetAndInTheFirewall() {
        var range = number("min-port") + "-" + number("max-port");

        assertThat(read("visio-turn.nft")).contains("udp dport " + range + " accept");
        assertThat(read("LISEZMOI.md"))
                .contains("{ " + number("listening-port") + ", " + range + " }")
                .contains("ufw allow " + number("min-port") + ":" + number("max-port") + "/udp")
                .contains("--add-port=" + range + "/udp")
                .contains(number("min-port") + " à " + number("max-port") + " UDP")
                .contains("turns:turn.example.org:" + number("tls-listening-port") + "?transport=tcp");
    }

    /** Else coturn would take from anybody what we print. */
    @Test
    void comesWithoutASecret() {
        assertThat(settings).doesNotContainPattern("(?m)^static-auth-secret").contains("#static-auth-secret=\n");
    }

    private int number(String name) {
        var line = Pattern.compile("(?m)^" + name + "=([0-9]+)$").matcher(settings);
        assertThat(line.find()).as(name).isTrue();
        return Integer.parseInt(line.group(1));
    }

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
