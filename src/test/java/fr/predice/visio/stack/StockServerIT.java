package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code wildfly-config/} on the distribution that a hospital starts from: all its files, and what takes each back. */
class StockServerIT {
    private static final Path SCRIPTS = Path.of("wildfly-config");
    private static final List<String> CONFIGURATIONS = List.of("standalone.xml", "standalone-ha.xml");
    private static final Path HOME = Path.of("target/it-stock").toAbsolutePath();
    private static final Path FOLDER = HOME.resolve("wildfly/standalone/configuration");

    @Test
    void takesEveryScriptTwiceAndEachBack() throws Exception {
        ServerCopy.deleteTree(HOME);
        OwnerOnly.directory(HOME);
        ServerCopy.copyTree(Installed.stock(), HOME.resolve("wildfly"));
        var password = Files.writeString(HOME.resolve("store-password"), "of the store");

        refusesToStoreNoPassword(password);
        Ran.of(tool(CONFIGURATIONS.stream().map(StockServerIT::session).collect(Collectors.joining()), password))
                .succeeds();

        for (var configuration : CONFIGURATIONS) {
            var stock = Files.readString(
                    Installed.stock().resolve("standalone/configuration").resolve(configuration));
            var states = snapshots(configuration);
            assertThat(states).hasSize(4);
            assertThat(states.get(0)).contains("VisioDS", "visioCardSSC", "visioSecrets", "microprofile-health");
            assertThat(states.get(0)).doesNotContain("ExampleDS", "ajp-listener", "password=\"${env.VISIO_DB");
            assertThat(states.get(1)).as("a second run changes nothing").isEqualTo(states.get(0));
            assertThat(states.get(2)).as("all taken back").isEqualTo(stock);
            assertThat(states.get(3)).as("taken back again").isEqualTo(stock);
        }
        assertThat(names(SCRIPTS.resolve("undo"))).isEqualTo(names(SCRIPTS));
        assertThat(names(SCRIPTS.resolve("undo/optional"))).isEqualTo(names(SCRIPTS.resolve("optional")));
    }

    /** Whoever forgot the environment would find the database closed, and the former password nowhere. */
    private static void refusesToStoreNoPassword(Path password) throws IOException {
        var before = Files.readString(FOLDER.resolve("standalone.xml"));
        var wanted = "embed-server --server-config=standalone.xml --std-out=discard\n"
                + read(SCRIPTS.resolve("10-datasource.cli")) + "\n"
                + read(SCRIPTS.resolve("optional/90-credential-store.cli")) + "\n";
        var tool = tool(wanted, password);
        tool.environment().remove("VISIO_DB_PASSWORD");

        var ran = Ran.of(tool);

        assertThat(ran.status()).as(ran.said()).isNotZero();
        assertThat(ran.said())
                .contains("Cannot resolve expression '${env.VISIO_DB_PASSWORD}'")
                .doesNotContain("of the owner");
        assertThat(Files.readString(FOLDER.resolve("standalone.xml"))).doesNotContain("alias=\"visio-db\"");
        Files.writeString(FOLDER.resolve("standalone.xml"), before);
    }

    /** All at once: each start of the tool takes longer than its work. */
    private static String session(String configuration) {
        var apply = text(SCRIPTS) + text(SCRIPTS.resolve("optional"));
        var undo = undo(SCRIPTS.resolve("undo/optional")) + undo(SCRIPTS.resolve("undo"));
        return "embed-server --server-config=" + configuration + " --std-out=discard\n"
                + Stream.of(apply, apply, undo, undo)
                        .map(scripts -> scripts + ":take-snapshot\n")
                        .collect(Collectors.joining())
                + "stop-embedded-server\n";
    }

    private static ProcessBuilder tool(String script, Path password) throws IOException {
        var file = Files.writeString(HOME.resolve("all.cli"), script);
        var tool = new ProcessBuilder(HOME.resolve("wildfly/bin/jboss-cli.sh").toString(), "--file=" + file);
        BriefJava.speedUp(tool);
        tool.environment().put("VISIO_STORE_PASSWORD_FILE", password.toString());
        tool.environment().put("VISIO_DB_PASSWORD", "of the application");
        tool.environment().put("VISIO_DB_OWNER_PASSWORD", "of the owner");
        tool.environment().put("VISIO_SMTP_PASSWORD", "of the mailbox");
        return tool;
    }

    /** In the order in which they were taken. */
    private static List<String> snapshots(String configuration) throws IOException {
        try (var files = Files.list(FOLDER.resolve("standalone_xml_history/snapshot"))) {
            return files.filter(file -> file.toString().matches(".*\\d" + configuration))
                    .sorted()
                    .map(StockServerIT::read)
                    .toList();
        }
    }

    private static String text(Path folder) {
        return scripts(folder).map(StockServerIT::read).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String undo(Path folder) {
        return scripts(folder)
                .sorted(Comparator.reverseOrder())
                .map(StockServerIT::read)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> names(Path folder) {
        return scripts(folder).map(file -> file.getFileName().toString()).toList();
    }

    private static Stream<Path> scripts(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".cli")).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
