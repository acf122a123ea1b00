package fr.predice.visio.account.enrolment;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** The file as a whole is no list that can be read. */
@ApplicationException(rollback = true)
public class ListRefused extends RuntimeException {
    public enum Reason {
        EMPTY,
        TOO_BIG,
        NOT_TEXT,
        BROKEN,
        NO_COLUMN
    }

    private final Reason reason;
    private final transient List<String> missing;

    ListRefused(Reason reason) {
        this(reason, List.of());
    }

    ListRefused(Reason reason, List<String> missing) {
        super(reason.name());
        this.reason = reason;
        this.missing = List.copyOf(missing);
    }

    public Reason reason() {
        return reason;
    }

    /** The titles of the columns that are not there. */
    public List<String> missing() {
        return missing;
    }
}
