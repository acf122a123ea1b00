package fr.predice.visio.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The outbox as a queue that several nodes share. Each step is one statement that commits by itself, so a node that
 * dies between two steps leaves the message in a state that says what is known. Called outside any transaction.
 */
class MessageQueue {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(4);
    private static final String WIPED = " lease_until = NULL, recipient = NULL, subject = NULL, content = NULL";
    private static final String SETTLED = " state_since = ?, settled_at = ?," + WIPED;
    private static final String NEWS = """
            \sRETURNING m.about, m.state, m.state_since, NOT EXISTS (SELECT FROM outgoing_message n
             WHERE n.about = m.about AND n.created_at > m.created_at)""";

    private static final String CLAIM = """
            UPDATE outgoing_message SET state = 'CLAIMED', state_since = ?, lease_until = ?, attempts = attempts + 1
            WHERE id = (
                SELECT id FROM outgoing_message WHERE state = 'WAITING' AND next_attempt_at <= ? AND expires_at > ?
                ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, attempts, channel, recipient, subject, content, language, expires_at""";
    private static final String RETRY = """
            UPDATE outgoing_message SET state = 'WAITING', state_since = ?, lease_until = NULL, next_attempt_at = ?
            WHERE id = ? AND attempts = ? AND state = 'CLAIMED'""";
    private static final String SETTLE = "UPDATE outgoing_message m SET state = ?, provider_reference = ?," + SETTLED
            + " WHERE id = ? AND attempts = ? AND state IN ('CLAIMED', 'UNKNOWN')" + NEWS;
    private static final String ABANDONED = "UPDATE outgoing_message m SET state = 'UNKNOWN'," + SETTLED
            + " WHERE state = 'CLAIMED' AND lease_until <= ?" + NEWS;
    private static final String TOO_LATE = "UPDATE outgoing_message m SET state = 'EXPIRED'," + SETTLED
            + " WHERE state = 'WAITING' AND expires_at <= ?" + NEWS;
    private static final String RECEIPT = "UPDATE outgoing_message m SET state = ?, state_since = ?"
            + " WHERE provider_reference = ? AND state = 'SENT'" + NEWS;

    private static final String BACKLOG =
            "SELECT count(*), min(created_at) FROM outgoing_message WHERE state IN ('WAITING', 'CLAIMED')";

    private final DataSource database;
    private final Clock clock;
    private final Duration lease;

    /** @param lease longer than any gateway takes for one attempt */
    MessageQueue(DataSource database, Clock clock, Duration lease) {
        this.database = database;
        this.clock = clock;
        this.lease = lease;
    }

    Backlog waiting() throws SQLException {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement(BACKLOG);
                var row = question.executeQuery()) {
            row.next();
            return new Backlog(
                    row.getLong(1), Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant));
        }
    }

    /** Takes the next message that is due; nodes that ask at the same time get different ones. */
    Optional<Claim> next() throws SQLException {
        var now = clock.instant();
        var leaseUntil = now.plus(lease);
        try (var connection = database.getConnection();
                var claim = prepare(connection, CLAIM, now, leaseUntil, now, now);
                var row = claim.executeQuery()) {
            return row.next() ? Optional.of(claim(row, leaseUntil)) : Optional.empty();
        }
    }

    private static Claim claim(ResultSet row, Instant leaseUntil) throws SQLException {
        return new Claim(
                row.getObject("id", UUID.class),
                row.getInt("attempts"),
                leaseUntil,
                Channel.valueOf(row.getString("channel")),
                row.getBytes("recipient"),
                row.getString("subject"),
                row.getBytes("content"),
                Locale.forLanguageTag(row.getString("language")),
                row.getTimestamp("expires_at").toInstant());
    }

    /** Writes what became of an attempt; what another attempt or a sweep has settled since stays. */
    List<DeliveryState> record(Claim claim, Outcome outcome) throws SQLException {
        var now = clock.instant();
        if (outcome.kind() == Outcome.Kind.RETRY) {
            var pause = outcome.retryAfter().orElse(pauseAfter(claim.attempt()));
            return change(RETRY, now, now.plus(pause), claim.message(), claim.attempt());
        }
        return change(
                SETTLE,
                fate(outcome).name(),
                outcome.reference().orElse(null),
                now,
                now,
                claim.message(),
                claim.attempt());
    }

    private static Delivery fate(Outcome outcome) {
        return switch (outcome.kind()) {
            case ACCEPTED -> Delivery.SENT;
            case REFUSED -> Delivery.FAILED;
            case UNKNOWN, RETRY -> Delivery.UNKNOWN;
        };
    }

    /** 2, 4, 8… seconds. */
    private static Duration pauseAfter(int attempt) {
        var pause = Duration.ofSeconds(1L << Math.min(attempt, 8));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** A lease that ran out belonged to a node that died mid-attempt: nobody knows whether the message left. */
    List<DeliveryState> settleAbandoned() throws SQLException {
        var now = clock.instant();
        return change(ABANDONED, now, now, now);
    }

    /** A late code or link helps nobody. */
    List<DeliveryState> settleExpired() throws SQLException {
        var now = clock.instant();
        return change(TOO_LATE, now, now, now);
    }

    /** What the provider learned later. The first word about a sent message stays; unknown references are ignored. */
    List<DeliveryState> receipt(String reference, Delivery delivery) throws SQLException {
        return change(RECEIPT, delivery.name(), clock.instant(), reference);
    }

    /** @return the news there is about newest messages */
    private List<DeliveryState> change(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var update = prepare(connection, sql, values)) {
            var changed = new ArrayList<DeliveryState>();
            if (update.execute()) {
                try (var rows = update.getResultSet()) {
                    while (rows.next()) {
                        if (rows.getBoolean(4)) {
                            changed.add(new DeliveryState(
                                    rows.getObject(1, UUID.class),
                                    Delivery.valueOf(rows.getString(2)),
                                    rows.getTimestamp(3).toInstant()));
                        }
                    }
                }
            }
            return changed;
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var place = 0; place < values.length; place++) {
            var value = values[place];
            statement.setObject(place + 1, value instanceof Instant instant ? Timestamp.from(instant) : value);
        }
        return statement;
    }
}
