package fr.predice.visio.signin.cps.trust;

import jakarta.ejb.ApplicationException;

/** A card whose certificate does not let anybody in. */
@ApplicationException(rollback = true)
public class CardRefused extends RuntimeException {
    private final Reason reason;

    public CardRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        EXPIRED,
        NOT_YET_VALID,
        REVOKED,
        /** Not signed by an authority of the truststore that issues cards. */
        UNKNOWN_AUTHORITY,
        /** The card's other pair, which signs documents, or no card's at all. */
        NOT_FOR_AUTHENTICATION,
        /** Its name holds no national identifier of a professional. */
        BAD_NUMBER,
        /** Neither a list nor a responder can tell at present. */
        REVOCATION_UNKNOWN
    }
}
