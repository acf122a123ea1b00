package fr.predice.visio.account.recovery;

import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.web.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Where somebody says that a password, or an identifier, is forgotten. */
@Named
@RequestScoped
public class RecoveryPage {
    @Inject
    private Recoveries recoveries;

    @Inject
    private HttpServletRequest request;

    private String who;

    public String askPassword() {
        return ask(Lost.PASSWORD);
    }

    public String askIdentifier() {
        return ask(Lost.IDENTIFIER);
    }

    private String ask(Lost lost) {
        try {
            recoveries.ask(lost, who, ClientAddress.of(request));
            return "/mail-envoye?faces-redirect=true";
        } catch (LimitReached busy) {
            Notices.error("profile.busy", busy.minutes());
        } catch (LimitUnknown away) {
            Notices.error("profile.away");
        }
        return null;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }
}
