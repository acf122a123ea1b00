package fr.predice.visio.admin;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which release runs: Maven writes it into the application's archive. */
final class Release {
    private static final String WRITTEN = "/META-INF/maven/fr.predice/visio-securisee/pom.properties";

    private Release() {}

    /** E.g. "1.2.0"; empty where the archive was not made by Maven. */
    static String of(ServletContext application) {
        try (var written = application.getResourceAsStream(WRITTEN)) {
            var properties = new Properties();
            if (written != null) {
                properties.load(written);
            }
            return properties.getProperty("version", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
