package fr.predice.visio.signin;

import fr.predice.visio.account.Account;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The steps of a sign-in in the HTTP session. The id changes at each step up (ASVS 5.0 7.2.4), and a half-signed-in
 * session holds no role: only {@link SignedIn} gives one.
 */
@RequestScoped
public class SignInSession {
    private static final String HOME = "/pro/services";
    private static final Pattern OWN_PAGE = Pattern.compile("/pro/[a-z]+(\\?[A-Za-z0-9=&-]*)?");

    private static final Duration KEPT = Duration.ofMinutes(30);

    private record Step(UUID challenge, String returnTo) implements Serializable {
        static final String ATTRIBUTE = Step.class.getName();
    }

    @Inject
    private HttpServletRequest request;

    /** @param returnTo the page to come back to; anything but a page of our own becomes the home page */
    public void awaitCode(UUID challenge, String returnTo) {
        stepUp();
        var own = returnTo != null && OWN_PAGE.matcher(returnTo).matches() ? returnTo : HOME;
        request.getSession().setAttribute(Step.ATTRIBUTE, new Step(challenge, own));
    }

    public Optional<UUID> challenge() {
        return step().map(Step::challenge);
    }

    /** @return the page to go to */
    public String signIn(Account account) {
        var returnTo = step().map(Step::returnTo).orElse(HOME);
        stepUp();
        var session = request.getSession();
        session.removeAttribute(Step.ATTRIBUTE);
        session.setMaxInactiveInterval((int) KEPT.toSeconds());
        session.setAttribute(SignedIn.ATTRIBUTE, new SignedIn(account.id(), account.displayName()));
        return returnTo;
    }

    public void signOut() {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private void stepUp() {
        request.getSession();
        request.changeSessionId();
    }

    private Optional<Step> step() {
        var session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (Step) session.getAttribute(Step.ATTRIBUTE));
    }
}
