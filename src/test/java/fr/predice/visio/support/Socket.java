package fr.predice.visio.support;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A signaling socket that writes down what it hears. */
public final class Socket implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 15;

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> deliveries = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> binaries = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private WebSocket socket;

    private Socket() {}

    /** @param origin as a browser's page would name it */
    public static Socket open(String address, String origin) throws Exception {
        var listener = new Socket();
        listener.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(URI.create(address.replaceFirst("^http", "ws") + "/signaling"), listener)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return listener;
    }

    public void hello(String ticket) {
        say("{\"type\":\"hello\",\"ticket\":\"" + ticket + "\"}");
    }

    /** What the server no longer takes is not an error here: {@link #closed} tells. */
    public void say(String message) {
        sent(socket.sendText(message, true));
    }

    /** A part of a text that never ends. */
    public void sayPart(String part) {
        sent(socket.sendText(part, false));
    }

    public void send(byte[] envelope) {
        sent(socket.sendBinary(ByteBuffer.wrap(envelope), true));
    }

    private static void sent(CompletableFuture<WebSocket> sending) {
        try {
            sending.join();
        } catch (CompletionException closedMeanwhile) {
            // The close code is what the test looks at.
        }
    }

    /** What is said of the SMS, which may come at any time. */
    public String nextDelivery() throws InterruptedException {
        return next(deliveries);
    }

    /** Anything else. */
    public String nextText() throws InterruptedException {
        return next(texts);
    }

    public String nextBinary() throws InterruptedException {
        return next(binaries);
    }

    private String next(BlockingQueue<String> heard) throws InterruptedException {
        var message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nothing heard; closed with " + closed.getNow(0));
        }
        return message;
    }

    /** Waits for the server to close, and gives its code. */
    public int closed() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            (text.indexOf("\"sms\"") < 0 ? texts : deliveries).add(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        var bytes = new byte[part.remaining()];
        part.get(bytes);
        binary.writeBytes(bytes);
        if (last) {
            binaries.add(binary.toString(StandardCharsets.UTF_8));
            binary.reset();
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
