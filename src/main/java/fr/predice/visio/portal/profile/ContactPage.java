package fr.predice.visio.portal.profile;

import fr.predice.visio.account.MailAddress;
import fr.predice.visio.account.contact.ContactChanges;
import fr.predice.visio.account.contact.NewContact;
import fr.predice.visio.account.profile.CurrentPasswordWrong;
import fr.predice.visio.account.profile.Profiles;
import fr.predice.visio.messaging.sms.SmsLimits;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.phone.CountryRefused;
import fr.predice.visio.platform.phone.NotAMobile;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Another mail address, or another mobile, in place of one's own: asked for here, proved at {@link ConfirmationPage}.
 */
@Named
@RequestScoped
public class ContactPage {
    @Inject
    private ContactChanges contacts;

    @Inject
    private Profiles profiles;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    private String mail;
    private String mobile;
    private String current;

    public String askMail() {
        var read = MailAddress.read(mail);
        if (read.isEmpty()) {
            Notices.errorAt("mail", "registration.mail.refused");
            return null;
        }
        if (!ask(NewContact.of(read.get()))) {
            return null;
        }
        Notices.info("profile.mail.sent", read.get().text());
        return "/compte?faces-redirect=true";
    }

    public String askMobile() {
        try {
            var number = PhoneNumber.mobile(mobile, settings.invitations().phoneRegions());
            return ask(NewContact.of(number)) ? "/confirmation?faces-redirect=true" : null;
        } catch (NotAMobile refused) {
            Notices.errorAt("mobile", "registration.mobile.refused");
        } catch (CountryRefused refused) {
            Notices.errorAt("mobile", "registration.mobile.country");
        }
        return null;
    }

    private boolean ask(NewContact contact) {
        var own = SignedIn.of(request).orElseThrow().account();
        try {
            profiles.confirm(own, current);
            contacts.ask(own, contact, own, ClientAddress.of(request));
            return true;
        } catch (CurrentPasswordWrong wrong) {
            Notices.errorAt("current", "profile.current.wrong");
        } catch (LimitReached busy) {
            if (busy.purpose().equals(SmsLimits.SITE)) {
                Notices.error("profile.noSms");
            } else {
                Notices.error("profile.busy", busy.minutes());
            }
        } catch (LimitUnknown away) {
            Notices.error("profile.away");
        }
        return false;
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }

    public String getMobile() {
        return mobile;
    }

    public void setMobile(String mobile) {
        this.mobile = mobile;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }
}
