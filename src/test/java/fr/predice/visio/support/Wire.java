package fr.predice.visio.support;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one page sends for and what that weighs on the wire: headers, and bodies as they were compressed. */
public final class Wire {
    private final Map<String, String> asked = new LinkedHashMap<>();
    private final Map<String, Integer> received = new LinkedHashMap<>();
    private final List<String> cookiesSet = new ArrayList<>();
    private final Page page;

    private Wire(Page page) {
        this.page = page;
    }

    public static Wire of(Page page) {
        var wire = new Wire(page);
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.on("Network.requestWillBeSent", wire::ask);
        devTools.on("Network.responseReceivedExtraInfo", wire::readHeaders);
        devTools.on("Network.loadingFinished", wire::receive);
        devTools.send("Network.enable");
        return wire;
    }

    private void ask(JsonObject request) {
        asked.put(id(request), request.getAsJsonObject("request").get("url").getAsString());
    }

    private void readHeaders(JsonObject response) {
        response.getAsJsonObject("headers").entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Set-Cookie"))
                .forEach(header -> cookiesSet.add(header.getValue().getAsString()));
    }

    private void receive(JsonObject finished) {
        received.put(id(finished), finished.get("encodedDataLength").getAsInt());
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    /** Waits until all that was asked for is there, and the icon, which browsers ask for last. */
    public Wire settled() {
        await("the icon and all else").pollInSameThread().until(() -> {
            page.evaluate("() => document.readyState");
            return asked.toString().contains("favicon") && received.keySet().containsAll(asked.keySet());
        });
        return this;
    }

    public List<String> addresses() {
        return List.copyOf(asked.values());
    }

    public int bytes() {
        return received.values().stream().mapToInt(Integer::intValue).sum();
    }

    public List<String> cookiesSet() {
        return cookiesSet;
    }

    @Override
    public String toString() {
        var lines = new StringBuilder();
        asked.forEach((id, address) ->
                lines.append(received.get(id)).append(' ').append(address).append('\n'));
        return lines.toString();
    }
}
