package fr.predice.visio.platform.check;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Where {@code java -jar} begins. It does not look in a WAR's WEB-INF/classes, so this class has a copy where it does
 * look, in META-INF/versions, which no browser is served; from there it opens the others.
 */
public final class Launcher {
    /** What {@code --verify} takes from WildFly's modules, with or without a version. */
    private static final Pattern SERVERS = Pattern.compile(
            "(postgresql|jakarta\\.(json|mail|activation)-api|parsson|angus-(mail|activation))" + "(-[0-9.]+)?\\.jar");

    /** What it takes from the application's own. */
    private static final Pattern OWN = Pattern.compile("WEB-INF/lib/(commons-codec|libphonenumber)-[^/]*");

    private Launcher() {}

    public static void main(String... arguments)
            throws IOException, ClassNotFoundException, NoSuchMethodException, IllegalAccessException,
                    InvocationTargetException, URISyntaxException {
        var war = Launcher.class.getProtectionDomain().getCodeSource().getLocation();
        var verify = arguments.length > 1 && arguments[0].equals("--verify");
        var places = new ArrayList<URL>();
        places.add(new URL("jar:" + war + "!/WEB-INF/classes/"));
        if (verify) {
            places.addAll(libraries(Path.of(arguments[1], "modules")));
            places.addAll(own(war));
        }
        try (var loader = new URLClassLoader(places.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            loader.loadClass("fr.predice.visio." + command(arguments))
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        }
    }

    private static String command(String... arguments) {
        return switch (arguments.length == 0 ? "" : arguments[0]) {
            case "--verify" ->
                arguments.length > 1 ? "verification.console.VerifyCommand" : "platform.check.CheckCommand";
            case "--card-trust" -> "signin.cps.console.CardTrustCommand";
            default -> "platform.check.CheckCommand";
        };
    }

    private static List<URL> libraries(Path modules) throws IOException {
        if (!Files.isDirectory(modules)) {
            // The command says so.
            return List.of();
        }
        var found = new ArrayList<URL>();
        try (var files = Files.walk(modules)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (SERVERS.matcher(file.getFileName().toString()).matches()) {
                    found.add(file.toUri().toURL());
                }
            }
        }
        return found;
    }

    /** A loader does not look into archives of an archive. */
    private static List<URL> own(URL war) throws IOException, URISyntaxException {
        var copies = new ArrayList<URL>();
        try (var archive = new JarFile(Path.of(war.toURI()).toFile())) {
            var libraries = archive.stream()
                    .filter(entry -> OWN.matcher(entry.getName()).matches())
                    .toList();
            for (var library : libraries) {
                var copy = Files.createTempFile("visio", ".jar");
                copy.toFile().deleteOnExit();
                try (var content = archive.getInputStream(library)) {
                    Files.write(copy, content.readAllBytes());
                }
                copies.add(copy.toUri().toURL());
            }
        }
        return copies;
    }
}
