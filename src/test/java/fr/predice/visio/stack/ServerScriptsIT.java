package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hospital runs {@code wildfly-config/*.cli} on its own living server, and again at each update. */
@ExtendWith(StackExtension.class)
class ServerScriptsIT {
    @Test
    void aSecondRunChangesNothing(Stack stack) throws IOException {
        var configuration = stack.server().resolve("standalone/configuration/standalone.xml");
        var before = Files.readString(configuration);

        var all = Files.writeString(Path.of("target/again.cli"), scripts());
        assertThat(stack.cli("--file=" + all)).doesNotContain("failed", "reload-required", "restart-required");

        assertThat(Files.readString(configuration)).isEqualTo(before);
        assertThat(stack.cli("--command=:read-attribute(name=server-state)")).contains("\"running\"");
    }

    /** In their order, for one run of the tool instead of one each. */
    private static String scripts() throws IOException {
        try (var files = Files.list(Path.of("wildfly-config"))) {
            var text = new StringBuilder();
            for (var file : files.filter(one -> one.toString().endsWith(".cli"))
                    .sorted()
                    .toList()) {
                text.append(Files.readString(file)).append('\n');
            }
            return text.toString();
        }
    }
}
