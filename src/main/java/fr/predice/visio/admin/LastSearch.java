package fr.predice.visio.admin;

import fr.predice.visio.account.administration.Wanted;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** What was looked for last. Names and addresses are personal: they stay out of addresses, and so out of logs. */
@SessionScoped
class LastSearch implements Serializable {
    private Wanted wanted = Wanted.all();

    Wanted wanted() {
        return wanted;
    }

    void keep(Wanted now) {
        wanted = now;
    }
}
