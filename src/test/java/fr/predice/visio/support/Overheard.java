package fr.predice.visio.support;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the two browsers of a call say to each other through the server, as it passes one of them. */
public final class Overheard {
    private static final Pattern CANDIDATE = Pattern.compile("candidate:[^\"\\\\]+");

    private final List<String> said = new ArrayList<>();

    private Overheard() {}

    /** Listens to the page from now on. */
    public static Overheard at(Page page) {
        var overheard = new Overheard();
        page.onWebSocket(socket -> {
            socket.onFrameSent(frame -> overheard.hear(frame.binary()));
            socket.onFrameReceived(frame -> overheard.hear(frame.binary()));
        });
        page.onResponse(response -> {
            if (response.url().contains("/api/guest/redeem")) {
                overheard.said.add(response.text());
            }
        });
        return overheard;
    }

    private void hear(byte[] envelope) {
        if (envelope != null) {
            said.add(new String(envelope, StandardCharsets.UTF_8));
        }
    }

    public Stream<String> said() {
        return said.stream();
    }

    /** Every candidate, on its own or in a description (RFC 8839 §5.1). */
    public List<String> candidates() {
        return said().flatMap(text -> CANDIDATE.matcher(text).results())
                .map(found -> found.group())
                .toList();
    }
}
