package fr.predice.visio.account.recovery;

import fr.predice.visio.account.Passwords;
import fr.predice.visio.account.password.PasswordRefused;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.web.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;

/** Behind the link of the mail: another password in place of the forgotten one. */
@Named
@RequestScoped
public class PasswordLinkPage {
    private static final int TRIES_PER_ADDRESS = 60;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Inject
    private PasswordLinks links;

    @Inject
    private RateLimits limits;

    @Inject
    private Passwords passwords;

    @Inject
    private HttpServletRequest request;

    private String token;
    private String password;

    public String choose() {
        var address = ClientAddress.of(request);
        try {
            limits.take("password-link", address, TRIES_PER_ADDRESS, WINDOW);
            var link = new SecretToken(token);
            var account = links.owner(link);
            links.choose(link, passwords.prepare(account, password), address);
            Notices.info("profile.reset.done");
            return account.role().signInPage() + "?faces-redirect=true";
        } catch (PasswordRefused refused) {
            Notices.errorAt("password", "password." + refused.why().name().toLowerCase(Locale.ROOT));
        } catch (LinkUnknown | IllegalArgumentException none) {
            Notices.error("profile.reset.unknown");
        } catch (LimitReached busy) {
            Notices.error("profile.busy", busy.minutes());
        } catch (LimitUnknown away) {
            Notices.error("profile.away");
        }
        return null;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
