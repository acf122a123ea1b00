package fr.predice.visio.signin;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.Assets;
import fr.predice.visio.platform.web.OwnPath;
import fr.predice.visio.signin.session.Admittance;
import fr.predice.visio.signin.session.Errand;
import fr.predice.visio.signin.session.PersonalSessions;
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
 * Tells the container who is signed in, and sends whoever is not to the sign-in page and back. The session's row is
 * looked at each time, with the account: once it was ended, or all were, or the account is closed, it is over at the
 * next request to any node.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {
    @Inject
    private PersonalSessions sessions;

    @Inject
    private Settings settings;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (isHidden(request)) {
            return refuse(response, HttpServletResponse.SC_NOT_FOUND);
        }
        var signedIn = Assets.served(request) ? Optional.<SignedIn>empty() : SignedIn.of(request);
        if (signedIn.filter(who -> admits(request, who)).isPresent()) {
            var principal = new CallerPrincipal(signedIn.get().account().toString());
            return context.notifyContainerAboutLogin(
                    principal, Set.of(signedIn.get().role().name()));
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        return ask(request, response, signedIn.map(SignedIn::role).map(Door::of));
    }

    private boolean admits(HttpServletRequest request, SignedIn who) {
        var admittance = sessions.admit(who.session(), who.role(), Errand.of(decoded(request)));
        if (admittance == Admittance.OVER) {
            forget(request);
        }
        return admittance == Admittance.ADMITTED;
    }

    /** From anywhere but the administrators' networks, there is no console. */
    private boolean isHidden(HttpServletRequest request) {
        var path = decoded(request) + "/";
        return (path.startsWith("/admin/") || path.startsWith("/api/admin/"))
                && !settings.administration().openTo(request.getRemoteAddr());
    }

    private static AuthenticationStatus refuse(HttpServletResponse response, int status) {
        try {
            response.sendError(status);
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void forget(HttpServletRequest request) {
        try {
            SignInSession.end(request);
        } catch (IllegalStateException over) {
            // Another request of the same browser was faster.
        }
    }

    /** @param door that the person came in by, as far as one knows */
    private static AuthenticationStatus ask(
            HttpServletRequest request, HttpServletResponse response, Optional<Door> door) {
        if (decoded(request).startsWith("/api/")) {
            return refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
        }
        OwnPath.redirect(
                request,
                response,
                Door.of(decoded(request), door).page() + "?retour="
                        + URLEncoder.encode(page(request), StandardCharsets.UTF_8)
                        + (expired(request) ? "&expire=1" : ""));
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** The browser still holds a session that is over: the person is told, rather than sent away without a word. */
    private static boolean expired(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    /** The path as the container read it to find the page: an address may be written in several ways. */
    private static String decoded(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private static String page(HttpServletRequest request) {
        var query = request.getQueryString();
        return OwnPath.of(request) + (query == null ? "" : "?" + query);
    }
}
