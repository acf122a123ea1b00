package fr.predice.visio.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * Seals the trail, and lets go of what is old. Several nodes may: one at a time does. Called outside any transaction.
 */
final class AuditSeals {
    private static final System.Logger LOG = System.getLogger(AuditSeals.class.getName());
    private static final String SEAL = "SELECT number, hash FROM seal_audit()";
    private static final String SIGN =
            "INSERT INTO audit_seal_signature (number, signed_at, signature) VALUES (?, ?, ?)";
    private static final String PURGE = "SELECT purge_audit(CAST(? AS interval))";

    private final DataSource database;
    private final SealSignature signature;
    private final Clock clock;

    AuditSeals(DataSource database, SealSignature signature, Clock clock) {
        this.database = database;
        this.signature = signature;
        this.clock = clock;
    }

    /**
     * Seals what waits, ten thousand events at most, and signs the seal in the same transaction: one that was not
     * signed when it was set never is.
     *
     * @return whether there was something to seal
     */
    boolean sealNext() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var sealed = seal(connection);
                connection.commit();
                return sealed;
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private boolean seal(Connection connection) throws SQLException {
        try (var seal = connection.prepareStatement(SEAL);
                var set = seal.executeQuery()) {
            if (!set.next()) {
                return false;
            }
            sign(connection, set.getLong("number"), set.getString("hash"));
            return true;
        }
    }

    private void sign(Connection connection, long number, String hash) throws SQLException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (var sign = connection.prepareStatement(SIGN)) {
            sign.setLong(1, number);
            sign.setTimestamp(2, Timestamp.from(now));
            sign.setString(3, signature.of(number, hash, now));
            sign.executeUpdate();
        }
        // The server's log is a witness that the database's owner does not keep: it tells of seals that are gone.
        LOG.log(System.Logger.Level.INFO, "Seal {0} of the audit trail: {1}", Long.toString(number), hash);
    }

    /**
     * Deletes the events whose seals are older than this; the seals stay.
     *
     * @return how many
     */
    long purge(Period kept) throws SQLException {
        try (var connection = database.getConnection();
                var purge = connection.prepareStatement(PURGE)) {
            purge.setString(1, kept.toString());
            try (var erased = purge.executeQuery()) {
                erased.next();
                return erased.getLong(1);
            }
        }
    }
}
