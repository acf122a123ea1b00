package fr.predice.visio.platform.persistence;

import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** Rows that wait until a node, whichever it is, does what they ask for. */
public final class WaitingRows {
    private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";
    private static final int HIBERNATE_SKIP_LOCKED = -2;

    private WaitingRows() {}

    /** The first of those that no other node is at, under the same lock. */
    public static <T> Optional<T> first(TypedQuery<T> query) {
        return take(query.setMaxResults(1)).stream().findFirst();
    }

    /** Those that no other node is at; until the caller's transaction is over, no other node takes them. */
    public static <T> List<T> take(TypedQuery<T> query) {
        return query.setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(LOCK_TIMEOUT, HIBERNATE_SKIP_LOCKED)
                .getResultList();
    }
}
