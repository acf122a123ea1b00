package fr.predice.visio.signin;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Role;
import fr.predice.visio.account.Standing;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/**
 * The person whose two factors were right, as kept in the session.
 *
 * @param sessions see {@link fr.predice.visio.account.Account#sessions}
 */
public record SignedIn(UUID account, String name, Role role, int sessions) implements Serializable {
    static final String ATTRIBUTE = SignedIn.class.getName();

    static SignedIn as(Account account) {
        return new SignedIn(account.id(), account.displayName(), account.role(), account.sessions());
    }

    /** Whether the account is still what it was when this session was opened. */
    boolean stands(Standing now) {
        return now.equals(new Standing(role, sessions));
    }

    /** Never opens a session. */
    public static Optional<SignedIn> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (SignedIn) session.getAttribute(ATTRIBUTE));
    }
}
