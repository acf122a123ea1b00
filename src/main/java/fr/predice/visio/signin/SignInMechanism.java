package fr.predice.visio.signin;

import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.Set;

/** Tells the container who is signed in, and sends whoever is not to the sign-in page and back. */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
    public static final String ORGANIZER = "ORGANIZER";

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var signedIn = SignedIn.of(request);
        if (signedIn.isPresent()) {
            var principal = new CallerPrincipal(signedIn.get().account().toString());
            return context.notifyContainerAboutLogin(principal, Set.of(ORGANIZER));
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        return ask(request, response);
    }

    private static AuthenticationStatus ask(HttpServletRequest request, HttpServletResponse response) {
        try {
            if (request.getRequestURI().startsWith("/api/")) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                response.sendRedirect("/connexion?retour=" + URLEncoder.encode(page(request), StandardCharsets.UTF_8)
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
