package fr.predice.visio.messaging.sms.ovh;

import fr.predice.visio.messaging.sms.ovh.OvhFailure.Reach;
import fr.predice.visio.platform.config.Messaging;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * OVH's API over HTTP/1.1: signs each question, tells apart how far it got, and repeats none. See its <a
 * href="https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api">description</a>.
 */
class OvhApi {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final Messaging.Ovh account;
    private final HttpClient http;
    private final OvhClock clock;

    OvhApi(Messaging.Ovh account, Optional<InetSocketAddress> proxy, Clock own) {
        this.account = account;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(account.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxy.map(ProxySelector::of).orElse(HttpClient.Builder.NO_PROXY))
                .build();
        this.clock = new OvhClock(own, this::time);
    }

    /** @return the answer's JSON object */
    JsonObject get(String path) throws OvhFailure {
        return object(send(signed("GET", path, "")));
    }

    /** @return the answer's JSON object */
    JsonObject post(String path, JsonObject body) throws OvhFailure {
        return object(send(signed("POST", path, body.toString())));
    }

    /** Whatever becomes of this question, the one that it is asked for was not sent. */
    private long time() throws OvhFailure {
        try {
            return Long.parseLong(
                    send(request("/auth/time").GET().build()).body().strip());
        } catch (OvhFailure failure) {
            throw new OvhFailure(Reach.NOT_SENT, failure.problem(), "asking the time", failure.retryAfter());
        } catch (NumberFormatException notATime) {
            throw notSent(OvhProblem.SERVER, "no time");
        }
    }

    private HttpRequest signed(String method, String path, String body) throws OvhFailure {
        var time = clock.now();
        var url = account.endpoint() + path;
        var signature = OvhSignature.of(account.applicationSecret(), account.consumerKey(), method, url, body, time);
        return request(path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Ovh-Application", account.applicationKey())
                .header("X-Ovh-Consumer", account.consumerKey())
                .header("X-Ovh-Timestamp", Long.toString(time))
                .header("X-Ovh-Signature", signature)
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(account.endpoint() + path)).timeout(account.readTimeout());
    }

    private HttpResponse<String> send(HttpRequest question) throws OvhFailure {
        HttpResponse<String> answer;
        try {
            answer = whole(http.sendAsync(question, BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (HttpConnectTimeoutException | ConnectException | SSLHandshakeException neverConnected) {
            throw notSent(OvhProblem.NETWORK, neverConnected.getClass().getSimpleName());
        } catch (HttpTimeoutException slow) {
            throw new OvhFailure(Reach.UNKNOWN, OvhProblem.NETWORK, "no answer in time");
        } catch (IOException broken) {
            throw tunnelRefused(broken)
                    ? notSent(OvhProblem.NETWORK, "refused by the proxy")
                    : new OvhFailure(Reach.UNKNOWN, OvhProblem.NETWORK, "connection lost");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new OvhFailure(Reach.UNKNOWN, OvhProblem.NETWORK, "this server stops");
        }
        if (answer.statusCode() / 100 != 2) {
            throw refusal(answer);
        }
        return answer;
    }

    /** The time-out of the question ends with the answer's headers; its body may never come. */
    private HttpResponse<String> whole(CompletableFuture<HttpResponse<String>> asked)
            throws IOException, InterruptedException {
        try {
            return asked.get(
                    account.readTimeout().plus(account.connectTimeout()).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stalled) {
            asked.cancel(true);
            throw new HttpTimeoutException("stalled");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IOException(failed.getCause());
        }
    }

    /** The JDK has no type of its own for a proxy that does not let through. */
    private static boolean tunnelRefused(IOException broken) {
        return String.valueOf(broken.getMessage()).startsWith("Tunnel failed");
    }

    private OvhFailure refusal(HttpResponse<String> answer) {
        var status = answer.statusCode();
        var error = object(answer.body()).orElse(JsonObject.EMPTY_JSON_OBJECT);
        var problem = OvhProblem.of(status, error.getString("errorCode", ""), error.getString("message", ""));
        if (problem == OvhProblem.CLOCK) {
            clock.distrust();
        }
        var reach = problem == OvhProblem.SERVER ? Reach.UNKNOWN : Reach.REFUSED;
        var retryAfter = problem == OvhProblem.CLOCK ? Optional.of(Duration.ofSeconds(1)) : retryAfter(answer);
        return new OvhFailure(reach, problem, "HTTP " + status, retryAfter);
    }

    private static Optional<Duration> retryAfter(HttpResponse<String> answer) {
        var asked = answer.headers().firstValue("Retry-After").filter(value -> value.matches("[0-9]{1,5}"));
        return answer.statusCode() == 429
                ? Optional.of(asked.map(value -> Duration.ofSeconds(Long.parseLong(value)))
                        .filter(pause -> pause.compareTo(LONGEST_PAUSE) < 0)
                        .orElse(asked.isPresent() ? LONGEST_PAUSE : Duration.ofSeconds(5)))
                : Optional.empty();
    }

    /** A success that cannot be read may have acted all the same. */
    private static JsonObject object(HttpResponse<String> answer) throws OvhFailure {
        return object(answer.body())
                .orElseThrow(() -> new OvhFailure(Reach.UNKNOWN, OvhProblem.SERVER, "an answer that is not JSON"));
    }

    private static Optional<JsonObject> object(String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            JsonStructure read = reader.read();
            return read instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonException notJson) {
            return Optional.empty();
        }
    }

    private static OvhFailure notSent(OvhProblem problem, String what) {
        return new OvhFailure(Reach.NOT_SENT, problem, what);
    }
}
