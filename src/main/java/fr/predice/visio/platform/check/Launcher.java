package fr.predice.visio.platform.check;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * Where {@code java -jar} begins. It does not look in a WAR's WEB-INF/classes, so this class has a copy where it does
 * look, in META-INF/versions, which no browser is served; from there it opens the others.
 */
public final class Launcher {
    private Launcher() {}

    public static void main(String... arguments)
            throws IOException, ClassNotFoundException, NoSuchMethodException, IllegalAccessException,
                    InvocationTargetException {
        var war = Launcher.class.getProtectionDomain().getCodeSource().getLocation();
        var classes = new URL("jar:" + war + "!/WEB-INF/classes/");
        try (var loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            loader.loadClass("fr.predice.visio.platform.check.CheckCommand")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        }
    }
}
