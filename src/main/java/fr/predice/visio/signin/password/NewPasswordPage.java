package fr.predice.visio.signin.password;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.Passwords;
import fr.predice.visio.account.password.PasswordRefused;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.Door;
import fr.predice.visio.signin.SignInSession;
import fr.predice.visio.signin.TooMany;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;

/** After both factors, the first time: a password of the person's own in place of the initial one. */
@Named
@RequestScoped
public class NewPasswordPage {
    private static final int TRIES = 20;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    @Inject
    private Accounts accounts;

    @Inject
    private SignInSession session;

    @Inject
    private Passwords passwords;

    @Inject
    private RateLimits limits;

    @Inject
    private HttpServletRequest request;

    private String password;

    public String choose() {
        var id = session.changing();
        if (id.isEmpty()) {
            return startAgain();
        }
        try {
            limits.take("first-password", id.get().toString(), TRIES, WINDOW);
            var initial = accounts.active(id.get())
                    .filter(Account::hasInitialPassword)
                    .filter(session::stillChanging)
                    .map(account -> passwords.prepare(account, password));
            var changed = initial.flatMap(
                    prepared -> passwords.give(prepared, AuditAction.PASSWORD_CHANGED, ClientAddress.of(request)));
            if (changed.isEmpty()) {
                return startAgain();
            }
            Notices.redirect(session.signInAfterChange(changed.get()));
        } catch (LimitReached busy) {
            TooMany.say(busy);
        } catch (LimitUnknown away) {
            Notices.error("signin.messageFailed");
        } catch (PasswordRefused refused) {
            Notices.errorAt("password", "password." + refused.why().name().toLowerCase(Locale.ROOT));
        }
        return null;
    }

    /** For the view's own check before it renders. */
    public String checkProgress() {
        return session.changing().isPresent() ? null : startAgain();
    }

    private String startAgain() {
        var door =
                session.changing().flatMap(accounts::active).map(Account::role).map(Door::of);
        Notices.error("newPassword.late");
        return door.orElse(Door.PORTAL).page() + "?faces-redirect=true";
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
