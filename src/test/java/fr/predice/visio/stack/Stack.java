package fr.predice.visio.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Database, certificate, TURN server and application, up together; closing stops them in the other order. */
public final class Stack implements AutoCloseable {
    private static final Map<String, String> PRODUCTION = Map.of(
            "VISIO_PROFILE", "production",
            "VISIO_PUBLIC_URL", "https://visio.example.org",
            "VISIO_SMS_GATEWAY", "none",
            "VISIO_MAIL_GATEWAY", "none");

    private final Site site;
    private final Optional<DatabaseServer> given;
    private final ApplicationServer.Start application;
    private final Leftovers leftovers;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Thread onShutdown = new Thread(this::stopAll, "stop the stack");

    private DatabaseServer postgres;
    private Optional<Coturn> coturn = Optional.empty();
    private ApplicationServer server;
    private Map<String, String> environment;

    private Stack(Site site, Optional<DatabaseServer> given, ApplicationServer.Start application) {
        this.site = site;
        this.given = given;
        this.application = application;
        this.leftovers = new Leftovers(site.home());
    }

    /** With an empty database, whatever an earlier run left. */
    static Stack startEmpty(Site site) {
        return startEmpty(site, WildFly::start);
    }

    private static Stack startEmpty(Site site, ApplicationServer.Start application) {
        new Leftovers(site.home()).stop();
        try {
            ServerCopy.deleteTree(site.home().resolve("database"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return start(site, Optional.empty(), application);
    }

    /**
     * As a hospital has it, but for its address and these settings.
     *
     * @param name of its directory in target/
     */
    public static Stack startProduction(String name, Map<String, String> settings) {
        var production = new HashMap<>(PRODUCTION);
        production.putAll(settings);
        return startEmpty(siteOf(name, production));
    }

    /**
     * As the tests have it, beside theirs, but for these settings.
     *
     * @param name of its directory in target/
     */
    public static Stack startDemo(String name, Map<String, String> settings) {
        return startEmpty(siteOf(name, settings));
    }

    /** The same, for people who come by HTTPS, and to its second address with a card. */
    static Stack startWithCards(String name, Map<String, String> settings) {
        var usual = siteOf(name, new HashMap<>(settings));
        usual.settings()
                .put("VISIO_PUBLIC_URL", "https://localhost:" + usual.ports().https());
        usual.settings()
                .put("VISIO_CARD_URL", "https://localhost:" + usual.ports().card());
        return startEmpty(usual);
    }

    /**
     * As the tests have it, on what a {@link Database} of that name left.
     *
     * @param name of its directory in target/
     */
    public static Stack startAgain(String name) {
        return start(siteOf(name, Map.of()));
    }

    /**
     * As the tests have it, on a database server that stays when this is closed, with the secrets of an earlier start.
     *
     * @param name of its directory in target/
     */
    public static Stack startOn(DatabaseServer server, String name) {
        return start(siteOf(name, Map.of()), Optional.of(server), WildFly::start);
    }

    private static Site siteOf(String name, Map<String, String> settings) {
        var project = Path.of("").toAbsolutePath();
        var home = project.resolve("target").resolve(name);
        return new Site(home, project, Ports.free(), Optional.empty(), settings);
    }

    /**
     * The same on Payara Micro.
     *
     * @param name of its directory in target/
     */
    public static Stack startOnPayara(String name, Map<String, String> settings) {
        return startEmpty(siteOf(name, settings), Payara::start);
    }

    static Stack start(Site site) {
        return start(site, Optional.empty(), WildFly::start);
    }

    private static Stack start(Site site, Optional<DatabaseServer> given, ApplicationServer.Start application) {
        OwnerOnly.directory(site.home());
        var stack = new Stack(site, given, application);
        stack.leftovers.stop();
        var taken = site.ports().taken();
        if (taken.length > 0) {
            throw new IllegalStateException("Port " + taken[0] + " is in use: try -Dport.offset=100");
        }
        Runtime.getRuntime().addShutdownHook(stack.onShutdown);
        try {
            stack.startAll();
            return stack;
        } catch (RuntimeException failure) {
            stack.close();
            throw failure;
        }
    }

    private void startAll() {
        var secrets = new Secrets(site.home().resolve("secrets.properties"));
        postgres = given.orElseGet(() -> opened(Postgres.start(site, secrets)));
        var certificate = Certificate.of(site, secrets);
        coturn = Coturn.start(site, secrets, certificate, leftovers);
        coturn.ifPresent(this::opened);
        environment = environment(secrets, certificate);
        server = opened(application.start(site, environment, leftovers));
    }

    private synchronized <T extends AutoCloseable> T opened(T part) {
        started.push(part);
        return part;
    }

    private Map<String, String> environment(Secrets secrets, Certificate certificate) {
        var environment = new HashMap<String, String>();
        environment.put("VISIO_PROFILE", "demo");
        environment.put("VISIO_PUBLIC_URL", publicAddress());
        environment.put("VISIO_ALLOWED_ORIGINS", String.join(",", address(), secureAddress()));
        environment.put("VISIO_SMS_GATEWAY", "demo");
        environment.put("VISIO_MAIL_GATEWAY", "demo");
        environment.put("VISIO_PEPPER", secrets.get("pepper"));
        environment.put("VISIO_MESSAGE_KEY", secrets.get("message-key"));
        environment.put("VISIO_DB_URL", postgres.url());
        environment.put("VISIO_DB_USER", DatabaseServer.APPLICATION);
        environment.put("VISIO_DB_PASSWORD", postgres.password(DatabaseServer.APPLICATION));
        environment.put("VISIO_DB_OWNER_USER", DatabaseServer.OWNER);
        environment.put("VISIO_DB_OWNER_PASSWORD", postgres.password(DatabaseServer.OWNER));
        environment.put("VISIO_TLS_KEYSTORE", certificate.keyStore().toString());
        environment.put("VISIO_TLS_KEYSTORE_PASSWORD", certificate.password());
        environment.put("VISIO_HTTPS_ADDRESS", site.host());
        coturn.ifPresent(turn -> {
            environment.put("VISIO_TURN_URLS", turn.urls());
            environment.put("VISIO_TURN_SECRET", secrets.get("turn"));
        });
        environment.putAll(site.settings());
        return environment;
    }

    /** Starts one more server on the same database, as a hospital that wants two has it. */
    public Node startNode(String name) {
        return opened(new Node(site.beside(name), environment));
    }

    /**
     * Stops the server as an administrator does, and starts it with these settings changed; an empty one is taken away.
     */
    public synchronized void restart(Map<String, String> changed) {
        server.close();
        started.remove(server);
        environment.putAll(changed);
        environment.values().removeIf(String::isEmpty);
        server = opened(application.start(site, environment, leftovers));
    }

    /**
     * Runs the server's console, as an administrator does.
     *
     * @param what it is to do, e.g. {@code --commands=…}
     * @return what it said
     * @throws IllegalStateException with that, if it failed
     */
    public String cli(String what) throws IOException {
        var tool = new ProcessBuilder(
                        server().resolve("bin/jboss-cli.sh").toString(),
                        "--connect",
                        "--controller=127.0.0.1:" + managementPort(),
                        what)
                .redirectErrorStream(true);
        BriefJava.speedUp(tool);
        var process = tool.start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }

    /** Runs a script of the release, which speaks POSIX shell and no more, with these variables. */
    public Process script(String script, Map<String, String> variables) throws IOException {
        var process = new ProcessBuilder(
                        "dash",
                        site.project().resolve("src/release").resolve(script).toString())
                .redirectErrorStream(true);
        process.environment().putAll(variables);
        return process.start();
    }

    /** What the server was started with, secrets too. */
    public Map<String, String> settings() {
        return Map.copyOf(environment);
    }

    /** {@code http://localhost:PORT}: browsers trust it as they trust HTTPS. */
    public String address() {
        return "http://localhost:" + site.ports().http();
    }

    /** {@code https://…}, with a certificate that no browser knows. */
    public String secureAddress() {
        return "https://" + site.address().orElse("localhost") + ":"
                + site.ports().https();
    }

    /** What links in messages start with. */
    public String publicAddress() {
        return site.address().isPresent() ? secureAddress() : address();
    }

    public boolean relays() {
        return coturn.isPresent();
    }

    /** A connection of the tables' owner, who sees everything. */
    public Connection database() throws SQLException {
        return postgres.connect(DatabaseServer.OWNER);
    }

    /** A connection with the application's own rights. */
    public Connection databaseAsApplication() throws SQLException {
        return postgres.connect(DatabaseServer.APPLICATION);
    }

    /** A connection of whoever installed the database. */
    public Connection databaseAsAdministrator() throws SQLException {
        return postgres.connectAsAdministrator();
    }

    /** The database goes away, until it comes back. */
    public void loseDatabase() throws SQLException {
        postgres.leave();
    }

    public void findDatabase() throws SQLException {
        postgres.comeBack();
    }

    public Path serverLog() {
        return server.serverLog();
    }

    public Path accessLog() {
        return server.accessLog();
    }

    /** How much of its heap the server uses now, in bytes. */
    public long heapUsed() {
        return server.process().heapUsed();
    }

    /** The same without what nobody needs any more. */
    public long heapHeld() {
        return server.process().heapHeld();
    }

    /** The running server's own directory. */
    Path server() {
        return server.home();
    }

    /** Where the server tells its health, on loopback. */
    public int healthPort() {
        return managementPort();
    }

    int managementPort() {
        return site.ports().management();
    }

    CompletableFuture<?> serverEnd() {
        return server.process().end();
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then the hook is what stops us.
        }
    }

    private synchronized void stopAll() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failure) {
                System.err.println("Not stopped cleanly: " + failure);
            }
        }
        leftovers.forget();
    }
}
