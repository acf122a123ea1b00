package fr.predice.visio.signin;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/**
 * The person whose two factors were right, as kept in the session.
 *
 * @param session the row that says whether this still holds, see
 *     {@link fr.predice.visio.signin.session.PersonalSessions}
 */
public record SignedIn(UUID account, String name, Role role, UUID session) implements Serializable {
    static final String ATTRIBUTE = SignedIn.class.getName();

    static SignedIn as(Account account, UUID session) {
        return new SignedIn(account.id(), account.displayName(), account.role(), session);
    }

    /** Never opens a session. */
    public static Optional<SignedIn> of(HttpServletRequest request) {
        var session = request.getSession(false);
        try {
            return Optional.ofNullable(session == null ? null : (SignedIn) session.getAttribute(ATTRIBUTE));
        } catch (IllegalStateException over) {
            // Another request of the same browser found out at this moment.
            return Optional.empty();
        }
    }
}
