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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Web addresses asked with an end: to the time that an answer takes, all in all, to its size, and to how many wait for
 * one at once.
 */
final class Outside {
    private static final int OK = 200;

    /** A quarter of the card listener's threads: a responder that is silent does not take them all. */
    static final int MOST_WAITING = 8;

    private static final int IDLE_SECONDS = 10;

    /** Nobody was asked: so many wait for an answer already. */
    static final class Crowded extends IOException {
        private Crowded(Throwable cause) {
            super(MOST_WAITING + " wait for an answer already", cause);
        }
    }

    private final HttpClient http;
    private final Duration patience;
    private final int most;
    private final ExecutorService waiting = new ThreadPoolExecutor(
            0, MOST_WAITING, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Outside::thread);

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
    private byte[] send(HttpRequest.Builder builder) throws IOException {
        var question = builder.timeout(patience).build();
        Future<byte[]> answer = null;
        try {
            answer = waiting.submit(() -> whole(http.send(question, BodyHandlers.ofInputStream())));
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException many) {
            throw new Crowded(many);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer in " + patience.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("this server stops", stopping);
        }
    }

    private byte[] whole(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            if (answer.statusCode() != OK) {
                throw new IOException("HTTP " + answer.statusCode());
            }
            var bytes = body.readNBytes(most);
            if (body.read() >= 0) {
                throw new IOException("more than " + most + " bytes");
            }
            return bytes;
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "visio-card-outside");
        thread.setDaemon(true);
        return thread;
    }
}
