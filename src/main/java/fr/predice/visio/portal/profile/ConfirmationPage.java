package fr.predice.visio.portal.profile;

import fr.predice.visio.account.contact.ContactChanges;
import fr.predice.visio.account.contact.ProofRefused;
import fr.predice.visio.account.profile.Profile;
import fr.predice.visio.account.profile.Profiles;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.SignedIn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;

/**
 * Where a new address or mobile is proved, signed in or not: the link may be opened elsewhere, and an administrator may
 * have asked for somebody who cannot sign in.
 */
@Named
@RequestScoped
public class ConfirmationPage {
    private static final int TRIES_PER_ADDRESS = 60;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Inject
    private ContactChanges contacts;

    @Inject
    private Profiles profiles;

    @Inject
    private RateLimits limits;

    @Inject
    private AuditTrail audit;

    @Inject
    private HttpServletRequest request;

    private String identifier;
    private String code;
    private String token;

    @PostConstruct
    void know() {
        identifier = SignedIn.of(request)
                .map(SignedIn::account)
                .flatMap(profiles::of)
                .map(Profile::identifier)
                .orElse(null);
    }

    public String proveMobile() {
        return prove("profile.proof.codeRefused", "profile.mobile.done", (who, address) -> {
            contacts.proveMobile(who, code.replaceAll("\\s", ""), address);
        });
    }

    public String proveMail() {
        return prove("profile.proof.linkRefused", "profile.mail.done", (who, address) -> {
            contacts.proveMail(who, new SecretToken(token), address);
        });
    }

    private interface Deed {
        void by(String identifier, String address);
    }

    private String prove(String refusal, String done, Deed deed) {
        var address = ClientAddress.of(request);
        try {
            limits.take("contact-proofs", address, TRIES_PER_ADDRESS, WINDOW);
            deed.by(identifier.strip().toLowerCase(Locale.ROOT), address);
            if (!isSignedIn()) {
                return "/confirme?faces-redirect=true";
            }
            Notices.info(done);
            return "/compte?faces-redirect=true";
        } catch (ProofRefused | IllegalArgumentException none) {
            audit.recordRefusal(AuditAction.CONTACT_REFUSED, AuditTrail.NOBODY, address);
            Notices.error(refusal);
        } catch (LimitReached busy) {
            Notices.error("profile.busy", busy.minutes());
        } catch (LimitUnknown away) {
            Notices.error("profile.away");
        }
        return null;
    }

    public boolean isSignedIn() {
        return SignedIn.of(request).isPresent();
    }

    public String getIdentifier() {
        return identifier;
    }

    public void setIdentifier(String identifier) {
        this.identifier = identifier;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
