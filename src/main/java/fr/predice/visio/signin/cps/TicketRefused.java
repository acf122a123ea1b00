package fr.predice.visio.signin.cps;

import jakarta.ejb.ApplicationException;

/** A ticket lets nobody in; that it was shown stays noted, so that it never does. */
@ApplicationException
public class TicketRefused extends RuntimeException {
    private final Reason reason;

    /** In the order in which they are looked at. */
    public enum Reason {
        /** Or not ours at all. */
        USED,
        OTHER_BROWSER,
        EXPIRED,
        /** The account was suspended since, or its sessions ended. */
        CLOSED
    }

    TicketRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
