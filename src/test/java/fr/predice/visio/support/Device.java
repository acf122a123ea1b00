package fr.predice.visio.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One person's browser. What its console complains of fails the test when it closes. */
public final class Device {
    private final BrowserContext context;
    private final Tongue tongue;
    private final boolean touched;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    Device(BrowserContext context, Tongue tongue, boolean touched) {
        this.context = context;
        this.tongue = tongue;
        this.touched = touched;
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
    }

    /** Chromium reports every answer of 4xx as an error of the page, wanted or not. */
    public Device expectRefusal(int status) {
        return expectComplaint("status of " + status);
    }

    public Device expectComplaint(String part) {
        expected.add(Pattern.compile(Pattern.quote(part)));
        return this;
    }

    public Page newPage() {
        return context.newPage();
    }

    public BrowserContext context() {
        return context;
    }

    /** It has a touch screen, rather than a mouse. */
    public boolean touched() {
        return touched;
    }

    public Tongue tongue() {
        return tongue;
    }

    /** @param cookies by name, as the server set them for this address */
    public void keep(Map<String, String> cookies, String address) {
        var host = URI.create(address).getHost();
        context.addCookies(cookies.entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue())
                        .setDomain(host)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(true))
                .toList());
    }

    List<String> close() {
        context.close();
        return complaints.stream()
                .filter(complaint -> expected.stream()
                        .noneMatch(pattern -> pattern.matcher(complaint).find()))
                .toList();
    }
}
