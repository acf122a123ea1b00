package fr.predice.visio.signin;

import fr.predice.visio.platform.web.Notices;
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

    @Inject
    private OtherSession other;

    private URI address;

    /** Before the page renders: without such a session, or with ours still open, there is nothing to say. */
    public void take() {
        if (!isPending()) {
            Notices.redirect("/");
            return;
        }
        var farewell = session.farewell().orElseThrow();
        if (other.canBeEnded(farewell)) {
            address = farewell;
            session.signOutAndLead();
        }
    }

    /** Whether a session that is over here may go on there, and nobody was led to its end. */
    public boolean isPending() {
        return session.isOpenElsewhere() && session.farewell().isPresent();
    }

    /** Leads there once: it names the person to whoever knows them already. Null while nobody answers there. */
    public URI getAddress() {
        return address;
    }
}
