package fr.predice.visio.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/** The professional whose two factors were right, as kept in the session. */
public record SignedIn(UUID account, String name) implements Serializable {
    static final String ATTRIBUTE = SignedIn.class.getName();

    /** Never opens a session. */
    public static Optional<SignedIn> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (SignedIn) session.getAttribute(ATTRIBUTE));
    }
}
