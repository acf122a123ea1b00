package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands that INSTALL.md prints, run as its reader runs them: in the folder of the zip, in one terminal, whose
 * variables go from each to the next.
 */
final class InstallSheet {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh id=(\\S+)\\n(.*?)^```$");

    private final Path folder;
    private final Path variables;
    private final Map<String, String> commands = new LinkedHashMap<>();
    private final Set<String> run = new TreeSet<>();

    /**
     * @param folder the zip's content
     * @param given what the terminal has before the first command
     */
    InstallSheet(Path folder, Map<String, String> given) throws IOException {
        this.folder = folder;
        this.variables = folder.resolveSibling("terminal.sh");
        var blocks = BLOCK.matcher(Files.readString(folder.resolve("INSTALL.md")));
        while (blocks.find()) {
            commands.put(blocks.group(1), blocks.group(2));
        }
        OwnerOnly.create(variables);
        Files.writeString(variables, exports(given));
    }

    private static String exports(Map<String, String> given) {
        return given.entrySet().stream()
                .map(one -> "export " + one.getKey() + "='" + one.getValue() + "'\n")
                .collect(Collectors.joining());
    }

    /** @throws AssertionError with what they said, when one failed */
    void run(String... names) throws IOException {
        for (var name : names) {
            assertThat(commands).containsKey(name);
            run.add(name);
        }
        shell(Stream.of(names).map(commands::get).collect(Collectors.joining("\n")));
    }

    /** What the reader does between two commands. */
    void shell(String command) throws IOException {
        var script = "set -eu\n. %1$s\n%2$s\nexport -p > %1$s\n".formatted(variables, command);
        var shell = new ProcessBuilder("bash", "-c", script).directory(folder.toFile());
        shell.environment().keySet().removeIf(name -> name.startsWith("VISIO_"));
        BriefJava.speedUp(shell);
        var log = folder.resolveSibling("terminal.log");
        var end = shell.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .onExit()
                .join();
        assertThat(end.exitValue()).as(Files.readString(log)).isZero();
    }

    /** Of the commands that have a name. */
    Set<String> notRun() {
        var left = new TreeSet<>(commands.keySet());
        left.removeAll(run);
        return left;
    }
}
