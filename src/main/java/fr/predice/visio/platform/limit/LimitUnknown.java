package fr.predice.visio.platform.limit;

import jakarta.ejb.ApplicationException;

/** The limits cannot be counted now, so nothing that they guard may happen. */
@ApplicationException(rollback = true)
public class LimitUnknown extends RuntimeException {
    LimitUnknown(Throwable cause) {
        super(cause);
    }
}
