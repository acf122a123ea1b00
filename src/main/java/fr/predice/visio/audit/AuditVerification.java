package fr.predice.visio.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Follows the chain of seals and compares each with its events and its signature. Called outside any transaction. */
public class AuditVerification {
    /** The hours of the database and of the application may differ by this much. */
    private static final Duration SIGNED_WITHIN = Duration.ofMinutes(5);

    private static final int MOST_TOLD = 100;
    private static final int AT_A_TIME = 1000;

    private static final String FAULTS = "SELECT fault, seal, numbers, at FROM audit_faults()";
    private static final String SIGNATURES = """
            SELECT s.number, s.hash, s.sealed_at, g.signed_at, g.signature
            FROM audit_seal s LEFT JOIN audit_seal_signature g ON g.number = s.number ORDER BY s.number""";
    private static final String STATE = """
            SELECT (SELECT count(*) FROM audit_seal), (SELECT max(sealed_at) FROM audit_seal),
                (SELECT count(*) FROM audit_event), (SELECT count(*) FROM audit_unsealed)""";

    private final DataSource database;
    private final SealSignature signature;

    AuditVerification(DataSource database, SealSignature signature) {
        this.database = database;
        this.signature = signature;
    }

    /** @throws TrailUnreadable if the tables do not answer, which an absent one does not either */
    public AuditVerdict verify() {
        try (var connection = database.getConnection()) {
            // Without it, the driver would hold all seals at once.
            connection.setAutoCommit(false);
            try {
                var faults = chain(connection);
                faults.addAll(signatures(connection));
                return verdict(connection, faults);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new TrailUnreadable(failure);
        }
    }

    private static List<AuditFault> chain(Connection connection) throws SQLException {
        var found = new ArrayList<AuditFault>();
        try (var statement = connection.prepareStatement(FAULTS);
                var row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new AuditFault(
                        AuditFault.Kind.valueOf(row.getString("fault")),
                        row.getLong("seal"),
                        row.getString("numbers"),
                        row.getTimestamp("at").toInstant()));
            }
        }
        return found;
    }

    private List<AuditFault> signatures(Connection connection) throws SQLException {
        var found = new ArrayList<AuditFault>();
        try (var statement = connection.prepareStatement(SIGNATURES)) {
            statement.setFetchSize(AT_A_TIME);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var seal = row.getLong("number");
                    var sealedAt = row.getTimestamp("sealed_at").toInstant();
                    fault(row, seal, sealedAt)
                            .map(kind -> new AuditFault(kind, seal, "", sealedAt))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<AuditFault.Kind> fault(ResultSet row, long seal, Instant sealedAt) throws SQLException {
        var signed = row.getString("signature");
        if (signed == null) {
            return Optional.of(AuditFault.Kind.UNSIGNED);
        }
        var signedAt = row.getTimestamp("signed_at").toInstant();
        if (!signature.holds(signed, seal, row.getString("hash"), signedAt)) {
            return Optional.of(
                    signature.verifiable(signed) ? AuditFault.Kind.SIGNATURE_FALSE : AuditFault.Kind.KEY_UNKNOWN);
        }
        return Duration.between(sealedAt, signedAt).abs().compareTo(SIGNED_WITHIN) > 0
                ? Optional.of(AuditFault.Kind.SIGNED_LATE)
                : Optional.empty();
    }

    private static AuditVerdict verdict(Connection connection, List<AuditFault> faults) throws SQLException {
        try (var statement = connection.prepareStatement(STATE);
                var row = statement.executeQuery()) {
            row.next();
            return new AuditVerdict(
                    faults.stream().limit(MOST_TOLD).toList(),
                    faults.size(),
                    row.getLong(1),
                    Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant),
                    row.getLong(3),
                    row.getLong(4));
        }
    }
}
