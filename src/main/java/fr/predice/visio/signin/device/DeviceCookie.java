package fr.predice.visio.signin.device;

import fr.predice.visio.platform.token.SecretToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** By which a browser is known again. It opens nothing: both factors are still asked for. */
public final class DeviceCookie {
    public static final String NAME = "__Host-device";
    public static final Duration KEPT = Duration.ofDays(395);

    private DeviceCookie() {}

    /** Absent also where the value is no token of ours. */
    public static Optional<SecretToken> read(HttpServletRequest request) {
        try {
            return Stream.ofNullable(request.getCookies())
                    .flatMap(Arrays::stream)
                    .filter(cookie -> cookie.getName().equals(NAME))
                    .map(Cookie::getValue)
                    .map(SecretToken::new)
                    .findFirst();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
