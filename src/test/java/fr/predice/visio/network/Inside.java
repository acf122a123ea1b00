package fr.predice.visio.network;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs one class of tests in the network made for it, and tells of each test in a line of its own. */
final class Inside implements TestExecutionListener {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private Inside() {}

    /** @param arguments the class */
    public static void main(String[] arguments) {
        endWithWhoeverStartedUs();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(arguments[0]))
                .build();
        LauncherFactory.create().execute(request, new Inside());
        Runtime.getRuntime().halt(0);
    }

    /** The first process of its namespace takes all others along. */
    private static void endWithWhoeverStartedUs() {
        var watch = new Thread(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            } finally {
                Runtime.getRuntime().halt(1);
            }
        });
        watch.setDaemon(true);
        watch.start();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
            var failure = result.getThrowable().map(Inside::told).orElse("");
            say(result.getStatus(), nameOf(test), failure);
        }
    }

    private static String nameOf(TestIdentifier test) {
        return Stream.of(test.getLegacyReportingName(), test.getDisplayName())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static void say(Status status, String name, String failure) {
        System.out.println(OwnNetwork.RESULT + status + " " + encoded(name) + " " + encoded(failure));
    }

    private static String told(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Never empty. */
    private static String encoded(String text) {
        return BASE64.encodeToString((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
