package fr.predice.visio.account.registration;

import fr.predice.visio.account.Finess;
import fr.predice.visio.account.MailAddress;
import fr.predice.visio.account.PersonName;
import fr.predice.visio.account.ProfessionalNumber;
import fr.predice.visio.account.Words;
import fr.predice.visio.account.Workplace;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.phone.CountryRefused;
import fr.predice.visio.platform.phone.NotAMobile;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.web.FieldCheck;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;

/** The form that asks for an account. Each field is checked as it is left, and all of them when the form is sent. */
@Named
@RequestScoped
public class RegistrationPage {
    @Inject
    private Registrations registrations;

    @Inject
    private Settings settings;

    @Inject
    private Language language;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private Optional<ProvedNumber> proved;
    private String familyName;
    private String givenName;
    private String profession;
    private String number;
    private String establishment;
    private String town;
    private String finess;
    private String mail;
    private String mobile;
    private boolean attested;
    private boolean agreed;

    /** Who comes from Pro Santé Connect types no number, and sets right what else was told. */
    @PostConstruct
    void prefill() {
        proved = ProvedNumber.of(request, clock.instant());
        familyName = proved.map(ProvedNumber::familyName).orElse(null);
        givenName = proved.map(ProvedNumber::givenName).orElse(null);
        proved.map(ProvedNumber::practice).ifPresent(told -> {
            profession = told.profession();
            establishment = told.establishment();
            finess = told.finess();
        });
    }

    /** All fields were checked by then, unless somebody else than our page sent them. */
    public String ask() {
        if (!attested || !agreed || isElsewhere()) {
            return null;
        }
        try {
            registrations.ask(applicant(), isNumberProved(), language.getLocale(), ClientAddress.of(request));
            ProvedNumber.forget(request);
            return "/inscription-envoyee?faces-redirect=true";
        } catch (LimitReached busy) {
            Notices.error("registration.busy", busy.minutes());
        } catch (LimitUnknown away) {
            Notices.error("registration.away");
        }
        return null;
    }

    private Applicant applicant() {
        return new Applicant(
                familyName.strip(),
                givenName.strip(),
                profession.strip(),
                proved.map(ProvedNumber::number)
                        .or(() -> ProfessionalNumber.read(number))
                        .orElseThrow(),
                new Workplace(establishment.strip(), town.strip(), Finess.read(finess)),
                MailAddress.read(mail).orElseThrow(),
                phone(mobile));
    }

    private PhoneNumber phone(String typed) {
        return PhoneNumber.mobile(typed, settings.invitations().phoneRegions());
    }

    public void checkName(FacesContext faces, UIComponent field, Object typed) {
        FieldCheck.refuseUnless(PersonName.read((String) typed).isPresent(), "registration.name.refused");
    }

    public void checkWords(FacesContext faces, UIComponent field, Object typed) {
        FieldCheck.refuseUnless(Words.read((String) typed).isPresent(), "registration.words.refused");
    }

    public void checkNumber(FacesContext faces, UIComponent field, Object typed) {
        FieldCheck.refuseUnless(ProfessionalNumber.read((String) typed).isPresent(), "registration.number.refused");
    }

    public void checkFiness(FacesContext faces, UIComponent field, Object typed) {
        FieldCheck.refuseUnless(
                typed == null || Finess.read((String) typed).isPresent(), "registration.finess.refused");
    }

    public void checkMail(FacesContext faces, UIComponent field, Object typed) {
        FieldCheck.refuseUnless(MailAddress.read((String) typed).isPresent(), "registration.mail.refused");
    }

    public void checkMobile(FacesContext faces, UIComponent field, Object typed) {
        try {
            phone((String) typed);
        } catch (NotAMobile refused) {
            FieldCheck.refuseUnless(false, "registration.mobile.refused");
        } catch (CountryRefused refused) {
            FieldCheck.refuseUnless(false, "registration.mobile.country");
        }
    }

    public void checkTicked(FacesContext faces, UIComponent field, Object ticked) {
        var key = (String) field.getAttributes().get("refusal");
        FieldCheck.refuseUnless(Boolean.TRUE.equals(ticked), key);
    }

    /** For the view's own check before it renders: another site's form may take this one's place. */
    public void checkOpen() {
        settings.ways().registration().ifPresent(Notices::leave);
    }

    private boolean isElsewhere() {
        return settings.ways().registration().isPresent();
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getProfession() {
        return profession;
    }

    public void setProfession(String profession) {
        this.profession = profession;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    /** Whether the number was told by Pro Santé Connect: whatever a browser sends in its place is not looked at. */
    public boolean isNumberProved() {
        return proved.isPresent();
    }

    public String getProvedNumber() {
        return proved.map(told -> told.number().digits()).orElse("");
    }

    public boolean isRpps() {
        return proved.filter(told -> told.number().rpps()).isPresent();
    }

    public String getEstablishment() {
        return establishment;
    }

    public void setEstablishment(String establishment) {
        this.establishment = establishment;
    }

    public String getTown() {
        return town;
    }

    public void setTown(String town) {
        this.town = town;
    }

    public String getFiness() {
        return finess;
    }

    public void setFiness(String finess) {
        this.finess = finess;
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

    public boolean isAttested() {
        return attested;
    }

    public void setAttested(boolean attested) {
        this.attested = attested;
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }
}
