package fr.predice.visio.portal.profile;

import fr.predice.visio.account.profile.CurrentPasswordWrong;
import fr.predice.visio.account.profile.Profiles;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.qr.QrCode;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.SignedIn;
import fr.predice.visio.signin.authenticator.AppCodeWrong;
import fr.predice.visio.signin.authenticator.Authenticators;
import fr.predice.visio.signin.authenticator.SetUp;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;

/** The app that gives codes: set up, confirmed, or removed. */
@Named
@RequestScoped
public class AuthenticatorPage {
    private static final String HERE = "/compte/application?faces-redirect=true";

    @Inject
    private Authenticators authenticators;

    @Inject
    private Profiles profiles;

    @Inject
    private HttpServletRequest request;

    private UUID own;
    private boolean on;
    private SetUp setUp;
    private String current;
    private String code;
    private List<String> rescueCodes = List.of();

    /** First: which of the page's forms there is depends on it. */
    @PostConstruct
    void load() {
        own = SignedIn.of(request).orElseThrow().account();
        on = authenticators.has(own);
        setUp = authenticators.pending(own).orElse(null);
    }

    /** For the view's own check before it renders: a code came for a set-up that is over. */
    public void checkInTime() {
        if (!on && setUp == null && request.getParameter("code") != null) {
            Notices.error("profile.app.tooLate");
        }
    }

    public String start() {
        return knowing(() -> authenticators.start(own));
    }

    public String remove() {
        return knowing(() -> {
            authenticators.remove(own, ClientAddress.of(request));
            Notices.info("profile.app.removed");
        });
    }

    private String knowing(Runnable deed) {
        try {
            profiles.confirm(own, current);
            deed.run();
            return HERE;
        } catch (CurrentPasswordWrong wrong) {
            Notices.errorAt(on ? "currentToRemove" : "current", "profile.current.wrong");
        } catch (LimitReached busy) {
            Notices.error("profile.busy", busy.minutes());
        } catch (LimitUnknown away) {
            Notices.error("profile.away");
        }
        return null;
    }

    /** Shows the rescue codes in the answer itself, without a redirect: they are nowhere to be read again. */
    public String confirm() {
        try {
            rescueCodes = authenticators.confirm(own, code.replaceAll("\\s", ""), ClientAddress.of(request));
        } catch (AppCodeWrong wrong) {
            Notices.errorAt("code", "profile.app.codeWrong");
        } catch (LimitReached busy) {
            Notices.error("profile.busy", busy.minutes());
        } catch (LimitUnknown away) {
            Notices.error("profile.away");
        }
        return null;
    }

    /** Which part of the page is shown: "codes", "on", "pending" or "off". */
    public String getState() {
        if (!rescueCodes.isEmpty()) {
            return "codes";
        }
        if (on) {
            return "on";
        }
        return setUp == null ? "off" : "pending";
    }

    public QrCode getQr() {
        return QrCode.of(setUp.uri());
    }

    public String getKey() {
        return setUp.key();
    }

    public List<String> getRescueCodes() {
        return rescueCodes;
    }

    public int getRescueCodesLeft() {
        return authenticators.rescueCodesLeft(own);
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
