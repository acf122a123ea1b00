package fr.predice.visio.verification;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How the service closes the socket of somebody whose ticket is worth nothing. */
final class Refusal implements WebSocket.Listener {
    private static final String HELLO = "{\"type\":\"hello\",\"ticket\":\"" + "A".repeat(22) + "\"}";

    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    private Refusal() {}

    /**
     * @param code of RFC 6455 §7.4
     * @param time from the hello to the close
     */
    record Met(int code, Duration time) {}

    /** @return nothing if the socket does not open, or is never closed */
    static Optional<Met> of(HttpClient http, URI address, Duration patience) {
        var refusal = new Refusal();
        var origin = address.getScheme() + "://" + address.getRawAuthority();
        var socket = http.newWebSocketBuilder()
                .header("Origin", origin)
                .connectTimeout(patience)
                .buildAsync(URI.create(address.toString().replaceFirst("^http", "ws") + "/signaling"), refusal);
        try {
            var open = socket.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            var start = System.nanoTime();
            open.sendText(HELLO, true);
            var code = refusal.code.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(new Met(code, Duration.ofNanos(System.nanoTime() - start)));
        } catch (ExecutionException | TimeoutException blocked) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            socket.thenAccept(WebSocket::abort);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        code.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        code.completeExceptionally(failure);
    }
}
