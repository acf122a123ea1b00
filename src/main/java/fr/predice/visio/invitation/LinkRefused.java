package fr.predice.visio.invitation;

import jakarta.ejb.ApplicationException;
import java.util.Optional;
import java.util.UUID;

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
    private final transient Optional<UUID> taken;

    public LinkRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
        this.taken = Optional.empty();
    }

    /** Another device owns the participant's seat of this invitation. */
    LinkRefused(UUID taken) {
        super(Reason.TAKEN.name());
        this.reason = Reason.TAKEN;
        this.taken = Optional.of(taken);
    }

    /** The invitation whose seat is taken, for the audit trail. */
    public Optional<UUID> taken() {
        return taken;
    }

    public Reason reason() {
        return reason;
    }
}
