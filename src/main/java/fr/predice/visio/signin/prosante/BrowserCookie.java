package fr.predice.visio.signin.prosante;

import fr.predice.visio.platform.token.SecretToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds a sign-in to the browser that began it. Lax, as all of ours: it comes along when the provider sends the person
 * back, and with nothing that another site's page asks for by itself.
 */
final class BrowserCookie {
    static final String NAME = "__Host-prosante";

    private BrowserCookie() {}

    /** Absent also where the value is no token. */
    static Optional<SecretToken> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(BrowserCookie::token);
    }

    static Optional<SecretToken> token(String text) {
        try {
            return Optional.of(new SecretToken(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
