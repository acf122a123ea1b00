package fr.predice.visio.stack;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A real OpenID Connect provider (npm's oidc-provider) on loopback, set up as Pro Santé Connect is, which does what is
 * wrong when it is told to ({@code src/test/js/prosante}).
 */
public final class OidcProvider implements AutoCloseable {
    public static final String CLIENT = "visio-essai";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern READY = Pattern.compile("^ready (\\S+) (\\S+)$", Pattern.MULTILINE);

    /** What may be wrong, one at a time. */
    public enum Fault {
        /** In the ID token. */
        NONCE,
        NO_NONCE,
        ISSUER,
        AUDIENCE,
        EXPIRED,
        NO_ACR,
        LOWER_ACR,
        /** The person was identified an hour before, whatever was asked. */
        OLD_SIGN_IN,
        NO_AUTH_TIME,
        /** Another key than the one it names. */
        SIGNATURE,
        ALG_NONE,
        /** HS256, with the public key for a secret. */
        ALG_HMAC,
        /** HS256, with the client's secret. */
        ALG_SECRET,
        /** No fault: the provider has a new key. */
        RENEWED_KEY,
        /** In the address by which the browser comes back. */
        STATE,
        NO_STATE,
        ISSUER_OF_ANSWER,
        NO_ISSUER_OF_ANSWER,
        /** The code of the sign-in before. */
        CODE,
        /** Somebody redeemed the code before. */
        SPENT_CODE,
        /** In what is told of the person. */
        OTHER_SUBJECT,
        NO_NUMBER,
        WRONG_NUMBER,
        BROKEN_USERINFO,
        BROKEN_TOKEN,
        /** It takes the code and never answers. */
        SLOW
    }

    private final Child process;
    private final Leftovers leftovers;
    private final Certificate certificate;
    private final String secret;
    private final URI issuer;
    private final URI orders;
    private final HttpClient client = HttpClient.newHttpClient();

    private OidcProvider(
            Child process, Leftovers leftovers, Certificate certificate, String secret, URI issuer, URI orders) {
        this.process = process;
        this.leftovers = leftovers;
        this.certificate = certificate;
        this.secret = secret;
        this.issuer = issuer;
        this.orders = orders;
    }

    /**
     * It knows nobody's address before {@link #knows}.
     *
     * @param name of its directory in target/
     */
    public static OidcProvider start(String name) {
        return start(name, Optional.empty());
    }

    /**
     * The same, for a client that shows this certificate.
     *
     * @param keyStore PKCS #12
     * @param name of its directory in target/
     */
    public static OidcProvider startFor(Path keyStore, String password, String name) {
        return start(name, Optional.of(new Certificate(keyStore, password)));
    }

    private static OidcProvider start(String name, Optional<Certificate> shown) {
        var project = Path.of("").toAbsolutePath();
        var site = new Site(project.resolve("target").resolve(name), project, Ports.free(), Optional.empty(), Map.of());
        OwnerOnly.directory(site.home());
        var leftovers = new Leftovers(site.home());
        leftovers.stop();
        var secrets = new Secrets(site.home().resolve("secrets.properties"));
        var certificate = Certificate.of(site, secrets);
        var secret = secrets.get("client");
        var command = new ProcessBuilder("node", "src/test/js/prosante/main.js");
        command.environment().put("KEY_STORE", certificate.keyStore().toString());
        command.environment().put("KEY_STORE_PASSWORD", certificate.password());
        command.environment().put("CLIENT_ID", CLIENT);
        command.environment().put("CLIENT_SECRET", secret);
        shown.ifPresent(client -> command.environment().put("CLIENT_CERTIFICATE", pem(client, site)));
        var log = site.home().resolve("oidc-provider.log");
        var process = Child.start("oidc-provider", command, log, leftovers);
        var ready = READY.matcher(awaitReady(process, log));
        ready.find();
        return new OidcProvider(
                process, leftovers, certificate, secret, URI.create(ready.group(1)), URI.create(ready.group(2)));
    }

    private static String pem(Certificate client, Site site) {
        try {
            return client.publicPem(site.home()).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String awaitReady(Child process, Path log) {
        var deadline = Instant.now().plus(PATIENCE);
        try {
            for (var said = ""; ; said = Files.readString(log)) {
                if (READY.matcher(said).find()) {
                    return said;
                }
                if (process.endsWithin(Duration.ofMillis(100)) || Instant.now().isAfter(deadline)) {
                    process.close();
                    throw new IllegalStateException("the provider did not start: " + said);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As its tokens name it. */
    public String issuer() {
        return issuer.toString();
    }

    /** {@code https://localhost:PORT}. */
    public String address() {
        return issuer.resolve("/").toString().replaceAll("/$", "");
    }

    public String secret() {
        return secret;
    }

    /** What a server needs to send people here, and to believe the certificate. */
    public Map<String, String> settings() {
        var trusting = new StringBuilder();
        trust().forEach((property, value) ->
                trusting.append(" -D").append(property).append("=").append(value));
        return Map.of(
                "VISIO_PSC_ISSUER",
                issuer(),
                "VISIO_PSC_CLIENT_ID",
                CLIENT,
                "VISIO_PSC_CLIENT_SECRET",
                secret,
                "JAVA_TOOL_OPTIONS",
                trusting.toString().strip());
    }

    /** The properties of a Java machine that trusts it, and nobody else. */
    public Map<String, String> trust() {
        return Map.of(
                "javax.net.ssl.trustStore", certificate.keyStore().toString(),
                "javax.net.ssl.trustStorePassword", certificate.password());
    }

    /** For a client that trusts it alone. */
    public SSLContext trusting() {
        try {
            var keys = KeyStore.getInstance(
                    certificate.keyStore().toFile(), certificate.password().toCharArray());
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "provider", keys.getCertificate(keys.aliases().nextElement()));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /**
     * From now on its one client lives here.
     *
     * @param method e.g. {@code client_secret_basic}
     * @param back where people come back to once they are known
     * @param afterSignOut where they come back to once they left
     */
    public void knows(String method, List<String> back, List<String> afterSignOut) {
        order(
                "/client",
                Json.createObjectBuilder()
                        .add("method", method)
                        .add("redirect", array(back))
                        .add("afterSignOut", array(afterSignOut))
                        .build()
                        .toString());
    }

    private static JsonArrayBuilder array(List<String> texts) {
        var array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }

    public void does(Fault fault) {
        order("/fault", fault.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** All is well again. */
    public void behaves() {
        order("/fault", "");
        order("/back", "");
    }

    /** Nobody listens there, until {@link #behaves}. */
    public void goesAway() {
        order("/away", "");
    }

    /** Whoever is signed in there did so an hour earlier than they did. */
    public void letsAnHourPass() {
        order("/later", "");
    }

    /**
     * What came so far at this path of its own, e.g. {@code /token}, oldest first: {@code method}, {@code query}, the
     * first word of {@code authorization}, and whether a {@code certificate} was shown.
     */
    public List<JsonObject> seen(String path) {
        var request = HttpRequest.newBuilder(orders.resolve("/seen")).build();
        try (var reader = Json.createReader(new StringReader(send(request)))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(one -> one.getString("path").equals(path))
                    .toList();
        }
    }

    private void order(String what, String body) {
        send(HttpRequest.newBuilder(orders.resolve(what))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private String send(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            return answer.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.close();
        leftovers.forget();
    }
}
