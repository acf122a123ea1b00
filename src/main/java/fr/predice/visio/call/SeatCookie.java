package fr.predice.visio.call;

import fr.predice.visio.platform.token.SecretToken;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/** The secret by which a phone owns its seat, as its own page chose it. No other site's page sends it. */
final class SeatCookie {
    static final String NAME = "__Host-seat";
    private static final Duration KEPT = Duration.ofHours(12);

    private SeatCookie() {}

    /** Absent also where the value is no token of ours. */
    static Optional<SecretToken> read(Cookie cookie) {
        try {
            return Optional.ofNullable(cookie).map(Cookie::getValue).map(SecretToken::new);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    static NewCookie write(SecretToken owner) {
        return new NewCookie.Builder(NAME)
                .value(owner.text())
                .path("/")
                .maxAge((int) KEPT.toSeconds())
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
