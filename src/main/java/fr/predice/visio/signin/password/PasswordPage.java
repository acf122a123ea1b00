package fr.predice.visio.signin.password;

import fr.predice.visio.account.PasswordOver;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.Door;
import fr.predice.visio.signin.SignInSession;
import fr.predice.visio.signin.TooMany;
import fr.predice.visio.signin.otp.OneTimeCodes;
import fr.predice.visio.signin.otp.Way;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Sign-in, step 1: identifier, password, and how to receive the code. */
@Named
@RequestScoped
public class PasswordPage {
    @Inject
    private PasswordSignIn signIn;

    @Inject
    private OneTimeCodes codes;

    @Inject
    private SignInSession session;

    @Inject
    private Language language;

    @Inject
    private HttpServletRequest request;

    private String identifier;
    private String password;
    private Way channel = Way.SMS;
    private String returnTo;

    public String send() {
        try {
            var door = Door.of(request.getServletPath());
            var challenge = signIn.begin(door, identifier, password, channel, language.getLocale(), Caller.of(request));
            session.awaitCode(challenge, door, returnTo);
            if (channel == Way.APP && !codes.awaitsApp(challenge)) {
                Notices.info("profile.app.none");
            }
            return "/code?faces-redirect=true";
        } catch (PasswordRefused refused) {
            Notices.error("signin.refused");
        } catch (PasswordOver late) {
            Notices.error("signin.passwordOver");
        } catch (LimitReached busy) {
            TooMany.say(busy);
        } catch (LimitUnknown away) {
            Notices.error("signin.messageFailed");
        }
        return null;
    }

    /** Whether the person was sent here because a page had waited too long. */
    public boolean isExpired() {
        return request.getParameter("expire") != null;
    }

    public String getIdentifier() {
        return identifier;
    }

    public void setIdentifier(String identifier) {
        this.identifier = identifier;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public Way getChannel() {
        return channel;
    }

    public void setChannel(Way channel) {
        this.channel = channel;
    }

    /**
     * The page that was asked for before the sign-in: comes as {@code ?retour=}, stays as a hidden field of the form.
     */
    public String getReturnTo() {
        return returnTo == null ? request.getParameter("retour") : returnTo;
    }

    public void setReturnTo(String returnTo) {
        this.returnTo = returnTo;
    }
}
