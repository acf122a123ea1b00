package fr.predice.visio.platform.web;

import fr.predice.visio.platform.config.Settings;
import java.util.stream.Collectors;

/** The Content-Security-Policy of every page: nothing from elsewhere, nothing inline. */
final class ContentPolicy {
    static final String HEADER = "Content-Security-Policy";

    /** What is no page does nothing in a browser. */
    static final String OF_DATA = "default-src 'none'; frame-ancestors 'none'";

    private ContentPolicy() {}

    /** Ends with {@code script-src}, to which PrimeFaces adds the nonce of each answer. */
    static String of(Settings settings) {
        // Safari long kept wss: out of 'self'.
        var sockets = settings.allowedOrigins().stream()
                .map(origin -> origin.replaceFirst("^http", "ws"))
                .sorted()
                .collect(Collectors.joining(" "));
        return "default-src 'self'; connect-src 'self' " + sockets
                + "; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; style-src-elem 'self'"
                + "; style-src-attr 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
                + "; form-action 'self'" + portal(settings) + "; script-src 'self'";
    }

    /** Where the page that reads a card is left for; some browsers ask that of a redirect too. */
    private static String portal(Settings settings) {
        return settings.ways()
                .card()
                .map(card -> " " + settings.publicAddress().resolve("/"))
                .orElse("");
    }
}
