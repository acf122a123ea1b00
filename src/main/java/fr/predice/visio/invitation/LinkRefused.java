package fr.predice.visio.invitation;

import jakarta.ejb.ApplicationException;

/** A link, or a seat, that opens nothing. */
@ApplicationException(rollback = true)
public class LinkRefused extends RuntimeException {
    public enum Reason {
        UNKNOWN,
        EXPIRED,
        REVOKED,
        ENDED,
        /** Another device owns the participant's seat. */
        TAKEN
    }

    private final Reason reason;

    public LinkRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
