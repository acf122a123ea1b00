package fr.predice.visio.support;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** W3C WebDriver BiDi: commands to a browser by number, and the events between their answers. */
final class BiDi implements WebSocket.Listener, AutoCloseable {
    /** A browser that has just been started answers late on a busy machine. */
    private static final long PATIENCE_SECONDS = 90;

    private final Map<Long, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
    private final List<JsonObject> events = new CopyOnWriteArrayList<>();
    private final AtomicLong numbers = new AtomicLong();
    private final StringBuilder heard = new StringBuilder();
    private WebSocket socket;

    private BiDi() {}

    static BiDi connect(URI address) throws ExecutionException, InterruptedException, TimeoutException {
        var client = new BiDi();
        client.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, client)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        client.ask(
                "session.new",
                Json.createObjectBuilder()
                        .add("capabilities", JsonValue.EMPTY_JSON_OBJECT)
                        .build());
        return client;
    }

    /** @return the command's result; fails with the browser's own words */
    JsonObject ask(String method, JsonObject parameters) {
        var number = numbers.incrementAndGet();
        var answer = new CompletableFuture<JsonObject>();
        asked.put(number, answer);
        var command = Json.createObjectBuilder()
                .add("id", number)
                .add("method", method)
                .add("params", parameters)
                .build();
        try {
            socket.sendText(command.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var told = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (told.getString("type").equals("error")) {
                throw new AssertionError(method + ": " + told.getString("message"));
            }
            return told.getJsonObject("result");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(method, failure);
        }
    }

    List<JsonObject> events() {
        return events;
    }

    /** A value of the page as Java knows it: Map, List, String, Double, Boolean or null. */
    static Object read(JsonObject remote) {
        var value = remote.get("value");
        return switch (remote.getString("type")) {
            case "undefined", "null" -> null;
            case "string" -> ((JsonString) value).getString();
            case "boolean" -> value == JsonValue.TRUE;
            case "number" -> value instanceof JsonNumber number ? number.doubleValue() : Double.NaN;
            case "array" ->
                ((JsonArray) value)
                        .getValuesAs(JsonObject.class).stream().map(BiDi::read).toList();
            case "object" -> object((JsonArray) value);
            default -> throw new IllegalArgumentException(remote.toString());
        };
    }

    /** Told as pairs. */
    private static Map<String, Object> object(JsonArray pairs) {
        var read = new LinkedHashMap<String, Object>();
        pairs.getValuesAs(JsonArray.class).forEach(pair -> read.put(pair.getString(0), read(pair.getJsonObject(1))));
        return read;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        heard.append(part);
        if (last) {
            hear(heard.toString());
            heard.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void hear(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            var message = reader.readObject();
            if (message.getString("type").equals("event")) {
                events.add(message);
            } else {
                asked.remove(message.getJsonNumber("id").longValue()).complete(message);
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
