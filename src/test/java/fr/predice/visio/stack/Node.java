package fr.predice.visio.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One more server of a {@link Stack}, which may die without a word and come back. */
public final class Node implements AutoCloseable {
    private final Site site;
    private final Map<String, String> environment;
    private final Leftovers leftovers;
    private WildFly wildfly;

    Node(Site site, Map<String, String> environment) {
        OwnerOnly.directory(site.home());
        this.site = site;
        this.environment = new HashMap<>(environment);
        this.environment.merge("VISIO_ALLOWED_ORIGINS", address(), (others, own) -> others + "," + own);
        this.leftovers = new Leftovers(site.home());
        leftovers.stop();
        start();
    }

    public void start() {
        wildfly = WildFly.start(site, environment, leftovers);
    }

    public String address() {
        return "http://localhost:" + site.ports().http();
    }

    /** With the certificate of the first server. */
    public String secureAddress() {
        return "https://localhost:" + site.ports().https();
    }

    public Path serverLog() {
        return wildfly.serverLog();
    }

    public Path accessLog() {
        return wildfly.accessLog();
    }

    /** As {@code kill -9}, or a power cut. */
    public void kill() {
        wildfly.kill();
    }

    @Override
    public void close() {
        wildfly.close();
        leftovers.forget();
    }
}
