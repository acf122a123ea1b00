package fr.predice.visio.signin.password;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.PasswordOver;
import fr.predice.visio.account.password.PasswordRefused;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.SignInSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** After both factors, the first time: a password of the person's own in place of the initial one. */
@Named
@RequestScoped
public class NewPasswordPage {
    @Inject
    private Accounts accounts;

    @Inject
    private SignInSession session;

    @Inject
    private AuditTrail audit;

    @Inject
    private HttpServletRequest request;

    private String password;

    public String choose() {
        var id = session.changing();
        if (id.isEmpty()) {
            return startAgain();
        }
        try {
            var account = accounts.replaceInitialPassword(id.get(), password);
            var page = session.signInAfterChange(account);
            var who = account.id().toString();
            audit.record(AuditAction.PASSWORD_CHANGED, who, AuditTrail.NOBODY, ClientAddress.of(request));
            Notices.redirect(page);
        } catch (PasswordOver late) {
            return startAgain();
        } catch (PasswordRefused refused) {
            Notices.errorAt("password", "password." + refused.why().name().toLowerCase(Locale.ROOT));
        }
        return null;
    }

    /** For the view's own check before it renders. */
    public String checkProgress() {
        return session.changing().isPresent() ? null : startAgain();
    }

    private static String startAgain() {
        Notices.error("signin.codeDead");
        return "/connexion?faces-redirect=true";
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
