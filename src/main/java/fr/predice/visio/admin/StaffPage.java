package fr.predice.visio.admin;

import fr.predice.visio.account.MailAddress;
import fr.predice.visio.account.PersonName;
import fr.predice.visio.account.administration.NotYours;
import fr.predice.visio.account.administration.Staff;
import fr.predice.visio.account.registration.AlreadyKnown;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.phone.CountryRefused;
import fr.predice.visio.platform.phone.NotAMobile;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.web.FieldCheck;
import fr.predice.visio.platform.web.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The form that opens an account for somebody who helps at the console. */
@Named
@RequestScoped
public class StaffPage {
    @Inject
    private Staff staff;

    @Inject
    private CurrentOfficer current;

    @Inject
    private Settings settings;

    private String givenName;
    private String familyName;
    private String mail;
    private String mobile;

    /** All fields were checked by then. */
    public String open() {
        try {
            var identifier = staff.open(
                    PersonName.read(givenName).orElseThrow(),
                    PersonName.read(familyName).orElseThrow(),
                    MailAddress.read(mail).orElseThrow(),
                    PhoneNumber.mobile(mobile, settings.invitations().phoneRegions()),
                    current.officer());
            Notices.info("console.staff.opened", identifier);
            return "/admin/comptes?faces-redirect=true";
        } catch (NotAMobile refused) {
            Notices.errorAt("mobile", "registration.mobile.refused");
        } catch (CountryRefused refused) {
            Notices.errorAt("mobile", "registration.mobile.country");
        } catch (AlreadyKnown known) {
            Notices.errorAt("mail", "console.staff.mail.known");
        } catch (NotYours refused) {
            Notices.error("console.notYours");
        }
        return null;
    }

    public void checkName(FacesContext faces, UIComponent field, Object typed) {
        FieldCheck.refuseUnless(PersonName.read((String) typed).isPresent(), "registration.name.refused");
    }

    public void checkMail(FacesContext faces, UIComponent field, Object typed) {
        FieldCheck.refuseUnless(MailAddress.read((String) typed).isPresent(), "registration.mail.refused");
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
}
