package fr.predice.visio.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Who is signed in, for the header of every page. */
@Named("signedIn")
@RequestScoped
public class SignedInPage {
    @Inject
    private HttpServletRequest request;

    public boolean isPresent() {
        return SignedIn.of(request).isPresent();
    }

    /** The first page behind the door that the person came in by; the landing page for anybody else. */
    public String getHome() {
        return SignedIn.of(request).map(SignedIn::role).map(Door::home).orElse("/");
    }

    public String getName() {
        return SignedIn.of(request).map(SignedIn::name).orElse("");
    }
}
