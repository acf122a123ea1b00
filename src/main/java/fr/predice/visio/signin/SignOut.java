package fr.predice.visio.signin;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.web.OwnPath;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The way out, on every page. By POST: another site's page cannot send it, nor a link by mistake. */
@WebServlet("/deconnexion")
public class SignOut extends HttpServlet {
    @Inject
    private SignInSession session;

    @Inject
    private AuditTrail audit;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignedIn.of(request)
                .ifPresent(who -> audit.record(
                        AuditAction.SIGNED_OUT,
                        who.account().toString(),
                        AuditTrail.NOBODY,
                        ClientAddress.of(request)));
        var farewell = session.farewell();
        session.signOut();
        // Not there at once: browsers follow no form of ours to another site.
        farewell.ifPresent(session::leaveBy);
        OwnPath.redirect(request, response, farewell.isPresent() ? "/deconnecte" : "/");
    }

    /** An address typed, or kept by the browser: nothing to do but go home. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OwnPath.redirect(request, response, "/");
    }
}
