package fr.predice.visio.signin.prosante;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * What this server asks of the provider by itself: through the site's proxy, never redirected, never for long, and
 * never told much.
 */
class BackChannel implements HTTPRequestSender, ResourceRetriever {
    /** A person waits for two answers at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Whoever leaves waits for less. */
    private static final Duration HASTE = Duration.ofSeconds(2);

    /** Bytes of an answer: keys and people are told in some kilobytes. */
    private static final int MOST = 256 * 1024;

    private static final Duration TO_CONNECT = Duration.ofSeconds(4);

    private final HttpClient http;

    /** @param certificate shown to the provider, if it wants one */
    BackChannel(Optional<InetSocketAddress> proxy, Optional<SSLContext> certificate) {
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxy.map(ProxySelector::of).orElse(HttpClient.Builder.NO_PROXY));
        certificate.ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        var question = HttpRequest.newBuilder(request.getURI())
                .timeout(PATIENCE)
                .method(
                        request.getMethod().name(),
                        request.getBody() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(request.getBody()));
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> question.header(name, value)));
        return answer(question.build(), PATIENCE);
    }

    /** @throws IOException if nobody answers there; whatever is answered will do */
    void reach(URI address) throws IOException {
        answer(question(address), PATIENCE);
    }

    /** Whether somebody answers there at once, and is not out of order. */
    boolean answers(URI address) {
        try {
            return answer(question(address), HASTE).getStatusCode() < HTTPResponse.SC_SERVER_ERROR;
        } catch (IOException away) {
            return false;
        }
    }

    /** @return the body of a 200 */
    String get(URI address) throws IOException {
        var answer = answer(question(address), PATIENCE);
        if (answer.getStatusCode() != HTTPResponse.SC_OK) {
            throw new IOException("HTTP " + answer.getStatusCode());
        }
        return answer.getBody();
    }

    private static HttpRequest question(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        return new Resource(get(URI.create(address.toString())), ContentType.APPLICATION_JSON.getType());
    }

    private HTTPResponse answer(HttpRequest question, Duration patience) throws IOException {
        var asked = http.sendAsync(question, head -> new ShortText(MOST));
        try {
            // The question's own time-out ends with the answer's headers; its body may never come.
            return read(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException stalled) {
            asked.cancel(true);
            throw new HttpTimeoutException("no answer in time");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("this server stops");
        }
    }

    private static HTTPResponse read(HttpResponse<String> answer) throws IOException {
        var read = new HTTPResponse(answer.statusCode());
        var type = answer.headers().firstValue("Content-Type");
        try {
            if (type.isPresent()) {
                read.setContentType(type.get());
            }
        } catch (ParseException strange) {
            throw new IOException("an answer of no known kind");
        }
        read.setBody(answer.body());
        return read;
    }
}
