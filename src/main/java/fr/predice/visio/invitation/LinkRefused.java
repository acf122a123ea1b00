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
    private final Display display;
    private final transient Optional<UUID> taken;

    public LinkRefused(Reason reason) {
        this(reason, Display.ORDINARY);
    }

    LinkRefused(Reason reason, Display display) {
        this(reason, display, Optional.empty());
    }

    /** Another device owns the participant's seat of this invitation. */
    LinkRefused(UUID taken, Display display) {
        this(Reason.TAKEN, display, Optional.of(taken));
    }

    private LinkRefused(Reason reason, Display display, Optional<UUID> taken) {
        super(reason.name());
        this.reason = reason;
        this.display = display;
        this.taken = taken;
    }

    /** The invitation whose seat is taken, for the audit trail. */
    public Optional<UUID> taken() {
        return taken;
    }

    public Reason reason() {
        return reason;
    }

    /** How the invited person's page says so. */
    public Display display() {
        return display;
    }
}
