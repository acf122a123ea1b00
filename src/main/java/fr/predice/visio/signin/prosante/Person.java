package fr.predice.visio.signin.prosante;

import com.nimbusds.jwt.JWT;
import fr.predice.visio.account.ProfessionalNumber;

/**
 * Whom the provider identified.
 *
 * @param givenName empty if it was not told; as is {@code familyName}
 * @param token the ID token, which the provider wants back to end its own session
 */
record Person(ProfessionalNumber number, String givenName, String familyName, JWT token) {
    @Override
    public String toString() {
        return "Person";
    }
}
