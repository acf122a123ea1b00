package fr.predice.visio.account.profile;

import fr.predice.visio.account.Role;

/**
 * One's own account.
 *
 * @param mobile E.164
 * @param language "fr" or "en"
 * @param profession null, like the number and the establishment, for whoever is no professional
 */
public record Profile(
        String displayName,
        String identifier,
        Role role,
        String mail,
        String mobile,
        String language,
        String profession,
        String professionalNumber,
        String establishment,
        String town) {
    @Override
    public String toString() {
        return "Profile";
    }
}
