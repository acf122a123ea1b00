package fr.predice.visio.signin.cps;

import fr.predice.visio.stack.Ran;
import fr.predice.visio.support.TestAuthority;
import fr.predice.visio.support.TestCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A card that a browser finds as it finds those in a reader, by PKCS#11: whoever asks is told its certificates, and its
 * keys work after the PIN alone.
 *
 * @param home of the person at the computer, where browsers look for what reads cards
 */
record CardInReader(Path home) {
    static final List<String> PROGRAMS = List.of("softhsm2-util", "certutil", "modutil", "pk12util");
    static final String PIN = "1234";

    private static final String NAME = "CPS";
    private static final Path READER = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    /** Without any certificate yet. */
    static CardInReader inserted(Path home) {
        try {
            var card = new CardInReader(home);
            Files.createDirectories(home.resolve("tokens"));
            Files.createDirectories(card.browsersDatabase());
            Files.writeString(
                    card.configuration(),
                    "directories.tokendir = %s%nobjectstore.backend = file%n".formatted(home.resolve("tokens")));
            card.run("softhsm2-util", "--init-token", "--free", "--label", NAME, "--so-pin", PIN, "--pin", PIN);
            card.run("certutil", "-N", "-d", card.database(), "--empty-password");
            // Friendly: its certificates are for all to see, as a card's are.
            card.run(
                    "modutil",
                    "-dbdir",
                    card.database(),
                    "-add",
                    NAME,
                    "-libfile",
                    READER.toString(),
                    "-mechanisms",
                    "FRIENDLY",
                    "-force");
            return card;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One of its pairs of keys, with its certificate. */
    CardInReader holding(TestCard pair, String name) {
        var keyStore = pair.keyStore(home.resolve(name + ".p12"));
        run(
                "pk12util",
                "-d",
                database(),
                "-h",
                NAME,
                "-K",
                PIN,
                "-W",
                TestAuthority.PASSWORD,
                "-i",
                keyStore.toString());
        return this;
    }

    /** What a browser needs to find it. */
    Map<String, String> environment() {
        return Map.of("HOME", home.toString(), "SOFTHSM2_CONF", configuration().toString());
    }

    private Path configuration() {
        return home.resolve("softhsm2.conf");
    }

    private Path browsersDatabase() {
        return home.resolve(".pki/nssdb");
    }

    private String database() {
        return "sql:" + browsersDatabase();
    }

    private void run(String... command) {
        var process = new ProcessBuilder(command);
        process.environment().putAll(environment());
        Ran.of(process).succeeds();
    }
}
