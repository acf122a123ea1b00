package fr.predice.visio.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** {@code mvn -Pdemo}: everything up until it is stopped, or until the Maven that started it is gone. */
final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        try {
            run();
        } catch (IllegalStateException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void run() {
        var project = Path.of(System.getProperty("demo.project")).toAbsolutePath();
        var home = project.resolve(".demo");
        var offset = Integer.getInteger("port.offset", 0);
        var address = Optional.ofNullable(System.getProperty("demo.address")).filter(value -> !value.isBlank());

        refuseSecondDemo(home);
        stopWithMaven();

        System.out.println("Démarrage de la démonstration… / Starting the demo…");
        var stack = Stack.start(new Site(home, project, new Ports(offset), address, Map.of()));
        new Leftovers(home).remember("demo", ProcessHandle.current());
        System.out.println(DemoSummary.of(stack));
        stack.serverEnd().join();
        throw new IllegalStateException("Le serveur s'est arrêté / The server has stopped: " + stack.serverLog());
    }

    /**
     * Maven killed without a word takes the demo with it all the same. Seen by the change of parent: its exit alone
     * stays unseen until whoever started Maven has asked for its end.
     */
    private static void stopWithMaven() {
        var maven = ProcessHandle.current().parent();
        var watch = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "watch Maven");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(
                () -> {
                    if (!ProcessHandle.current().parent().equals(maven)) {
                        System.exit(0);
                    }
                },
                1,
                1,
                TimeUnit.SECONDS);
    }

    private static void refuseSecondDemo(Path home) {
        new Leftovers(home).living("demo").ifPresent(other -> {
            throw new IllegalStateException(
                    "Une démonstration tourne déjà ici / A demo already runs from this directory" + " (pid "
                            + other.pid() + ")");
        });
    }
}
