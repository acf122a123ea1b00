package fr.predice.visio.portal.profile;

import fr.predice.visio.account.Passwords;
import fr.predice.visio.account.password.PasswordRefused;
import fr.predice.visio.account.profile.CurrentPasswordWrong;
import fr.predice.visio.account.profile.Profiles;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.SignInSession;
import fr.predice.visio.signin.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Another password in place of one's own. */
@Named
@RequestScoped
public class OwnPasswordPage {
    @Inject
    private Profiles profiles;

    @Inject
    private SignInSession session;

    @Inject
    private Passwords passwords;

    @Inject
    private HttpServletRequest request;

    private String current;
    private String password;

    public String change() {
        var own = SignedIn.of(request).orElseThrow().account();
        try {
            var prepared = passwords.prepare(profiles.confirm(own, current), password);
            session.goOn(profiles.changePassword(prepared, ClientAddress.of(request)));
            Notices.info("profile.password.done");
            return "/compte?faces-redirect=true";
        } catch (CurrentPasswordWrong wrong) {
            Notices.errorAt("current", "profile.current.wrong");
        } catch (PasswordRefused refused) {
            Notices.errorAt("password", "password." + refused.why().name().toLowerCase(Locale.ROOT));
        } catch (LimitReached busy) {
            Notices.error("profile.busy", busy.minutes());
        } catch (LimitUnknown away) {
            Notices.error("profile.away");
        }
        return null;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
