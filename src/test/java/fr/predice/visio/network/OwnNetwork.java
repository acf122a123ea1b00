package fr.predice.visio.network;

import fr.predice.visio.stack.BriefJava;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A JVM in network, process and mount namespaces of its own. Nothing outside sees its networks, and its end, however it
 * comes, is the end of all it started: the kernel sees to both.
 */
final class OwnNetwork implements AutoCloseable {
    static final String RESULT = "@@result ";

    /** What {@code ip netns} keeps of the networks stays inside too. */
    private static final String PREPARE =
            "mkdir -p /run/netns && mount -t tmpfs tmpfs /run/netns && ip link set lo up && exec \"$@\"";

    /** Before all others of this machine: a busy machine is a bad network of its own. */
    private static final List<String> SPACES = List.of(
            "nice",
            "--adjustment=-15",
            "unshare",
            "--net",
            "--mount",
            "--pid",
            "--fork",
            "--kill-child",
            "--mount-proc",
            "sh",
            "-c",
            PREPARE,
            "sh");

    private static final List<String> PASSED_ON = List.of("playwright.cli.dir", "chromium", "bench");

    private final Process process;
    private final BufferedReader said;
    private int results;

    private OwnNetwork(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @param within after which it is ended, whatever it does */
    static OwnNetwork start(Class<?> tests, Duration within) {
        var command = new ArrayList<>(SPACES);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(BriefJava.OPTIONS);
        command.add("-Dstack.home=target/network");
        command.add("-Dstack.address=" + Network.SERVER);
        for (var name : PASSED_ON) {
            if (System.getProperty(name) != null) {
                command.add("-D" + name + "=" + System.getProperty(name));
            }
        }
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.addAll(List.of(Inside.class.getName(), tests.getName()));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            CompletableFuture.delayedExecutor(within.toSeconds(), TimeUnit.SECONDS)
                    .execute(process::destroyForcibly);
            return new OwnNetwork(process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Each test as soon as it ran there; the last one fails if not all went as it should. */
    Stream<DynamicTest> results() {
        var each = Stream.generate(this::next).takeWhile(result -> result != null);
        return Stream.concat(each, Stream.of(DynamicTest.dynamicTest("ended by itself", this::checkEnd)));
    }

    private DynamicTest next() {
        try {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(RESULT)) {
                    results += 1;
                    return result(line.substring(RESULT.length()).split(" "));
                }
                System.out.println(line);
            }
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static DynamicTest result(String[] told) {
        return DynamicTest.dynamicTest(decoded(told[1]), () -> {
            if (!told[0].equals("SUCCESSFUL")) {
                throw new AssertionError(decoded(told[2]));
            }
        });
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).strip();
    }

    private void checkEnd() throws InterruptedException {
        if (process.waitFor() != 0 || results == 0) {
            throw new AssertionError("ended with " + process.exitValue() + " after " + results + " tests");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
