package fr.predice.visio.account.activation;

import fr.predice.visio.account.PersonName;
import fr.predice.visio.account.password.PasswordRefused;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.phone.CountryRefused;
import fr.predice.visio.platform.phone.NotAMobile;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.web.FieldCheck;
import fr.predice.visio.platform.web.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;

/** The page behind an administrator's link: name, mobile and password, and the account is open. */
@Named
@RequestScoped
public class ActivationPage {
    private static final int TRIES_PER_ADDRESS = 60;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Inject
    private Activations activations;

    @Inject
    private RateLimits limits;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    private String token;
    private String givenName;
    private String familyName;
    private String mobile;
    private String password;

    public void checkName(FacesContext faces, UIComponent field, Object typed) {
        FieldCheck.refuseUnless(PersonName.read((String) typed).isPresent(), "registration.name.refused");
    }

    public String open() {
        var address = ClientAddress.of(request);
        try {
            limits.take("activation", address, TRIES_PER_ADDRESS, WINDOW);
            var who = new Newcomer(
                    givenName.strip(),
                    familyName.strip(),
                    PhoneNumber.mobile(mobile, settings.invitations().phoneRegions()));
            var identifier = activations.open(new SecretToken(token), who, password, address);
            Notices.info("activation.open", identifier);
            return "/admin/connexion?faces-redirect=true";
        } catch (NotAMobile refused) {
            Notices.errorAt("mobile", "registration.mobile.refused");
        } catch (CountryRefused refused) {
            Notices.errorAt("mobile", "registration.mobile.country");
        } catch (PasswordRefused refused) {
            Notices.errorAt("password", "password." + refused.why().name().toLowerCase(Locale.ROOT));
        } catch (ActivationUnknown | IllegalArgumentException none) {
            Notices.error("activation.unknown");
        } catch (LimitReached busy) {
            Notices.error("registration.busy", busy.minutes());
        } catch (LimitUnknown away) {
            Notices.error("registration.away");
        }
        return null;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public String getMobile() {
        return mobile;
    }

    public void setMobile(String mobile) {
        this.mobile = mobile;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
