package fr.predice.visio.signin;

import fr.predice.visio.platform.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;

/** Signed out here; the session that the person has elsewhere ends next. */
@Named
@RequestScoped
public class FarewellPage {
    @Inject
    private SignInSession session;

    private URI address;

    @PostConstruct
    void take() {
        address = session.farewell().orElse(null);
        if (address != null) {
            session.signOut();
        }
    }

    /** For the view's own check before it renders: without such a session there is nothing to say. */
    public void checkAddress() {
        if (address == null) {
            Notices.redirect("/");
        }
    }

    /** Leads there once: it names the person to whoever knows them already. */
    public URI getAddress() {
        return address;
    }
}
