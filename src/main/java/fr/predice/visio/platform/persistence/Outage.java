package fr.predice.visio.platform.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a database that is away, full, or closed to writers from a defect of ours. */
public final class Outage {
    /** Seconds after which a person, or a browser, had better try again. */
    public static final int RETRY_AFTER = 30;

    /**
     * Classes of SQLSTATE (PostgreSQL, Appendix A): connection, insufficient resources (a full disk, too many
     * connections), operator intervention (shutdown), system error.
     */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** Read-only, as a standby is; not accepting connections. */
    private static final Set<String> STATES = Set.of("25006", "55000");

    /** What pools say, whatever server they belong to, when they have no connection to give. */
    private static final String POOL = "jakarta.resource.ResourceException";

    private Outage() {}

    /** Whether this failure, or what caused it, is the database's absence. */
    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(30)
                .anyMatch(Outage::tells);
    }

    private static boolean tells(Throwable cause) {
        if (cause instanceof SQLException sql) {
            var state = String.valueOf(sql.getSQLState());
            return sql instanceof SQLTransientConnectionException
                    || STATES.contains(state)
                    || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
        }
        return Stream.<Class<?>>iterate(cause.getClass(), kind -> kind != null, Class::getSuperclass)
                .anyMatch(kind -> kind.getName().equals(POOL));
    }
}
