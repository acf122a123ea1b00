package fr.predice.visio.signin.cps.trust;

import fr.predice.visio.account.ProfessionalNumber;

/**
 * Whose card it is, as its certificate says.
 *
 * @param nationalId 8 and an RPPS number, or 0 and an ADELI number
 * @param title the profession, e.g. Médecin
 */
public record CardHolder(String nationalId, String givenName, String familyName, String title) {
    /** The number by which the account is known. */
    public ProfessionalNumber number() {
        return new ProfessionalNumber(nationalId.substring(1));
    }
}
