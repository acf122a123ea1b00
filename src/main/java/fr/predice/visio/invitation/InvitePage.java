package fr.predice.visio.invitation;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.phone.CountryRefused;
import fr.predice.visio.platform.phone.NotAMobile;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** The form that invites. */
@Named
@RequestScoped
public class InvitePage {
    @Inject
    private Invitations invitations;

    @Inject
    private Settings settings;

    @Inject
    private SecurityContext security;

    @Inject
    private HttpServletRequest servletRequest;

    private String mobile;
    private UUID request;

    @PostConstruct
    void newForm() {
        request = UUID.randomUUID();
    }

    public String invite() {
        try {
            var to = PhoneNumber.mobile(mobile, settings.invitations().phoneRegions());
            var account = UUID.fromString(security.getCallerPrincipal().getName());
            var organizer = new Organizer(account, ClientAddress.of(servletRequest));
            var invitation = invitations.invite(organizer, to, request);
            Notices.redirect("/pro/salle?invitation=" + invitation);
        } catch (NotAMobile refused) {
            Notices.errorAt("mobile", "invite.badNumber");
        } catch (CountryRefused refused) {
            Notices.errorAt("mobile", "invite.countryRefused");
        } catch (LimitReached busy) {
            Notices.error("invite.busy." + busy.purpose(), busy.minutes());
        } catch (LimitUnknown unknown) {
            Notices.error("invite.impossible");
        }
        return null;
    }

    public String getMobile() {
        return mobile;
    }

    public void setMobile(String mobile) {
        this.mobile = mobile;
    }

    /** Comes back with the form, so that the same form sent twice invites once. */
    public String getRequest() {
        return request.toString();
    }

    /** What is no number of a form of ours counts as a new form. */
    public void setRequest(String request) {
        try {
            this.request = UUID.fromString(String.valueOf(request));
        } catch (IllegalArgumentException notOurs) {
            newForm();
        }
    }
}
