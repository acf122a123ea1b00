package fr.predice.visio.signin;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.platform.web.Assets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the container who is signed in, and sends whoever is not to the sign-in page and back. The account is looked at
 * each time: once it is closed, or its sessions were ended, they are over at the next request to any node.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
    @Inject
    private Accounts accounts;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var signedIn = Assets.served(request) ? Optional.<SignedIn>empty() : standing(request);
        if (signedIn.isPresent()) {
            var principal = new CallerPrincipal(signedIn.get().account().toString());
            return context.notifyContainerAboutLogin(
                    principal, Set.of(signedIn.get().role().name()));
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        return ask(request, response);
    }

    private Optional<SignedIn> standing(HttpServletRequest request) {
        var signedIn = SignedIn.of(request);
        if (signedIn.isEmpty()) {
            return signedIn;
        }
        var stands = accounts.standing(signedIn.get().account())
                .filter(signedIn.get()::stands)
                .isPresent();
        if (!stands) {
            request.getSession().invalidate();
        }
        return stands ? signedIn : Optional.empty();
    }

    private static AuthenticationStatus ask(HttpServletRequest request, HttpServletResponse response) {
        try {
            if (request.getRequestURI().startsWith("/api/")) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                response.sendRedirect(Door.of(request.getRequestURI()).page() + "?retour="
                        + URLEncoder.encode(page(request), StandardCharsets.UTF_8)
                        + (expired(request) ? "&expire=1" : ""));
            }
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The browser still holds a session that is over: the person is told, rather than sent away without a word. */
    private static boolean expired(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private static String page(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
