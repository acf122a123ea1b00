package fr.predice.visio.admin;

import fr.predice.visio.account.MailAddress;
import fr.predice.visio.account.administration.AccountUnknown;
import fr.predice.visio.account.administration.NotYours;
import fr.predice.visio.account.contact.ContactChanges;
import fr.predice.visio.account.contact.NewContact;
import fr.predice.visio.account.contact.Pending;
import fr.predice.visio.account.contact.ProofRefused;
import fr.predice.visio.messaging.Channel;
import fr.predice.visio.messaging.sms.SmsLimits;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.phone.CountryRefused;
import fr.predice.visio.platform.phone.NotAMobile;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.web.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The part of an account's page that changes how its owner is reached; the new mobile or address is proved there. */
@Named
@RequestScoped
public class ReachPage {
    @Inject
    private ContactChanges contacts;

    @Inject
    private CurrentOfficer current;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    private String mobile;
    private String mail;

    public String changeMobile() {
        try {
            var number = PhoneNumber.mobile(mobile, settings.invitations().phoneRegions());
            return ask(NewContact.of(number), "console.reach.mobile.sent");
        } catch (NotAMobile refused) {
            Notices.errorAt("newMobile", "registration.mobile.refused");
        } catch (CountryRefused refused) {
            Notices.errorAt("newMobile", "registration.mobile.country");
        }
        return null;
    }

    public String changeMail() {
        var address = MailAddress.read(mail);
        if (address.isEmpty()) {
            Notices.errorAt("newMail", "registration.mail.refused");
            return null;
        }
        return ask(NewContact.of(address.get()), "console.reach.mail.sent");
    }

    private String ask(NewContact contact, String notice) {
        var officer = current.officer();
        try {
            officer.mustDecide();
            var account = account();
            // One's own is changed at one's own page, which asks for the password.
            if (account.equals(officer.account())) {
                throw new NotYours();
            }
            contacts.ask(account, contact, officer.account(), officer.address());
            Notices.info(notice);
        } catch (NotYours refused) {
            Notices.error("console.notYours");
        } catch (AccountUnknown | ProofRefused late) {
            Notices.error("console.account.changed");
        } catch (LimitReached busy) {
            if (busy.purpose().equals(SmsLimits.SITE)) {
                Notices.error("profile.noSms");
            } else {
                Notices.error("profile.busy", busy.minutes());
            }
        } catch (LimitUnknown away) {
            Notices.error("profile.away");
        }
        return AccountPage.here(request.getParameter("id"));
    }

    private UUID account() {
        return Ids.read(request.getParameter("id")).orElseThrow(AccountUnknown::new);
    }

    /** The mobile that waits for its proof; empty if none does. */
    public String getWaitingMobile() {
        return waiting(Channel.SMS, value -> new PhoneNumber(value).grouped());
    }

    /** The address that waits for its proof; empty if none does. */
    public String getWaitingMail() {
        return waiting(Channel.MAIL, value -> value);
    }

    private String waiting(Channel channel, UnaryOperator<String> shown) {
        return contacts.pending(account(), channel)
                .map(Pending::value)
                .map(shown)
                .orElse("");
    }

    public String getMobile() {
        return mobile;
    }

    public void setMobile(String mobile) {
        this.mobile = mobile;
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }
}
