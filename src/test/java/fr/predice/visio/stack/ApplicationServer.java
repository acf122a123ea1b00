package fr.predice.visio.stack;

import java.nio.file.Path;
import java.util.Map;

/** What runs the application's WAR. */
interface ApplicationServer extends AutoCloseable {
    /** How one starts. @throws IllegalStateException with the log's errors, when the application refused to start */
    @FunctionalInterface
    interface Start {
        ApplicationServer start(Site site, Map<String, String> environment, Leftovers leftovers);
    }

    Path home();

    Path serverLog();

    Path accessLog();

    Child process();

    @Override
    void close();
}
