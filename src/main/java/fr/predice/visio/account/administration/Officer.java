package fr.predice.visio.account.administration;

import fr.predice.visio.account.Role;
import java.util.UUID;

/** Who acts at the console, and the address they act from. */
public record Officer(UUID account, Role role, String address) {
    public boolean decides() {
        return role == Role.ADMIN;
    }

    /** @throws NotYours if this one may only look and help */
    public void mustDecide() {
        if (!decides()) {
            throw new NotYours();
        }
    }

    /** @throws NotYours if this one may not even help */
    void mustHelp() {
        if (role == Role.ORGANIZER) {
            throw new NotYours();
        }
    }
}
