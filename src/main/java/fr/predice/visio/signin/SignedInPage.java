package fr.predice.visio.signin;

import fr.predice.visio.signin.session.PersonalSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Who is signed in, for the header of every page. */
@Named("signedIn")
@RequestScoped
public class SignedInPage {
    @Inject
    private HttpServletRequest request;

    @Inject
    private PersonalSessions sessions;

    public boolean isPresent() {
        return SignedIn.of(request).isPresent();
    }

    /** Whether the page says when the session ends: not one about a failure, as the database may be what is missing. */
    public boolean isWarned() {
        return isPresent() && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null;
    }

    /** The first page behind the door that the person came in by; the landing page for anybody else. */
    public String getHome() {
        return SignedIn.of(request).map(SignedIn::role).map(Door::home).orElse("/");
    }

    /** Where the person signs in again. */
    public String getDoor() {
        return SignedIn.of(request)
                .map(SignedIn::role)
                .map(Door::of)
                .map(Door::page)
                .orElse(Door.PORTAL.page());
    }

    /** How long the session lasts if nobody does anything. */
    public long getSecondsLeft() {
        return SignedIn.of(request)
                .map(SignedIn::session)
                .flatMap(sessions::left)
                .map(left -> left.time().toSeconds())
                .orElse(0L);
    }

    public String getName() {
        return SignedIn.of(request).map(SignedIn::name).orElse("");
    }
}
