package fr.predice.visio.signin.cps.trust;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Web addresses asked with an end: to the time that an answer takes, all in all, and to its size. */
final class Outside {
    private static final int OK = 200;

    private final HttpClient http;
    private final Duration patience;
    private final int most;

    /**
     * @param proxy for all of them, or none
     * @param most bytes that an answer may have
     */
    Outside(Optional<InetSocketAddress> proxy, Duration patience, int most) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(proxy.map(at -> ProxySelector.of(new InetSocketAddress(at.getHostString(), at.getPort())))
                        .orElse(HttpClient.Builder.NO_PROXY))
                .build();
        this.patience = patience;
        this.most = most;
    }

    byte[] get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    byte[] post(URI address, String type, byte[] question) throws IOException {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(question)));
    }

    /** The time-out of the question ends with the answer's headers; its body may never come. */
    private byte[] send(HttpRequest.Builder question) throws IOException {
        var answer = http.sendAsync(question.timeout(patience).build(), BodyHandlers.ofInputStream());
        var whole = answer.thenApplyAsync(this::whole);
        try {
            return whole.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            hangUp(answer);
            throw new HttpTimeoutException("no answer in " + patience.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            hangUp(answer);
            throw new IOException("this server stops", stopping);
        }
    }

    private byte[] whole(HttpResponse<InputStream> answer) {
        try (var body = answer.body()) {
            if (answer.statusCode() != OK) {
                throw new IOException("HTTP " + answer.statusCode());
            }
            var bytes = body.readNBytes(most);
            if (body.read() >= 0) {
                throw new IOException("more than " + most + " bytes");
            }
            return bytes;
        } catch (IOException broken) {
            throw new CompletionException(broken);
        }
    }

    /** Ends a connection that is being made, and a body that is being read. */
    private static void hangUp(CompletableFuture<HttpResponse<InputStream>> answer) {
        answer.cancel(true);
        answer.thenAccept(begun -> {
            try {
                begun.body().close();
            } catch (IOException closing) {
                // It is over either way.
            }
        });
    }
}
