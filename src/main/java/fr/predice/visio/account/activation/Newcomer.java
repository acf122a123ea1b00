package fr.predice.visio.account.activation;

import fr.predice.visio.platform.phone.PhoneNumber;

/** Who becomes an administrator. */
public record Newcomer(String givenName, String familyName, PhoneNumber mobile) {
    @Override
    public String toString() {
        return "Newcomer";
    }
}
