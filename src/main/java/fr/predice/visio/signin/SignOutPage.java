package fr.predice.visio.signin;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.limit.ClientAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The way out, on every page. */
@Named("signOut")
@RequestScoped
public class SignOutPage {
    @Inject
    private SignInSession session;

    @Inject
    private AuditTrail audit;

    @Inject
    private HttpServletRequest request;

    public String leave() {
        SignedIn.of(request)
                .ifPresent(who -> audit.record(
                        AuditAction.SIGNED_OUT,
                        who.account().toString(),
                        AuditTrail.NOBODY,
                        ClientAddress.of(request)));
        session.signOut();
        return "/index?faces-redirect=true";
    }
}
