package fr.predice.visio.signin.cps;

import fr.predice.visio.platform.token.SecretToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base64;

/**
 * What a browser keeps while its card is read elsewhere, in a cookie: by which it is known again, and the page that it
 * was on its way to.
 *
 * @param returnTo empty if none; anybody may have written it
 */
record Asked(SecretToken browser, String returnTo) {
    static final String COOKIE = "__Host-carte";

    /** To find the card, to type its PIN, and to start again. */
    static final Duration KEPT = Duration.ofMinutes(15);

    private static final int LONGEST_RETURN = 300;

    /** Absent also where the value is none of ours. */
    static Optional<Asked> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(Asked::parsed);
    }

    /** The same browser as before, if it asked already: its other tabs go on. */
    static Asked by(HttpServletRequest request) {
        var wanted = Optional.ofNullable(request.getParameter("retour"))
                .filter(page -> page.length() <= LONGEST_RETURN)
                .orElse("");
        return new Asked(read(request).map(Asked::browser).orElseGet(SecretToken::random), wanted);
    }

    static Optional<Asked> parsed(String text) {
        var parts = text.split("\\.", 2);
        try {
            var page = parts.length == 1 ? new byte[0] : Base64.decodeBase64(parts[1]);
            return Optional.of(new Asked(new SecretToken(parts[0]), new String(page, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    String text() {
        return browser.text() + "." + Base64.encodeBase64URLSafeString(returnTo.getBytes(StandardCharsets.UTF_8));
    }
}
