package fr.predice.visio.account.registration;

import fr.predice.visio.account.MailAddress;
import fr.predice.visio.account.ProfessionalNumber;
import fr.predice.visio.account.Workplace;
import fr.predice.visio.platform.phone.PhoneNumber;

/** Who asks for an account, as they say. */
public record Applicant(
        String familyName,
        String givenName,
        String profession,
        ProfessionalNumber number,
        Workplace workplace,
        MailAddress mail,
        PhoneNumber mobile) {

    public String displayName() {
        return givenName + " " + familyName;
    }

    @Override
    public String toString() {
        return "Applicant";
    }
}
