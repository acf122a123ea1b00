package fr.predice.visio.messaging;

import fr.predice.visio.platform.cipher.RowCipher;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends what waits in the queue, one message after the other. Several may work on one queue. */
class Deliverer {
    private static final System.Logger LOG = System.getLogger(Deliverer.class.getName());
    private static final Duration RECORD_AGAIN = Duration.ofMillis(500);

    private final MessageQueue queue;
    private final RowCipher cipher;
    private final SmsGateway sms;
    private final MailGateway mail;
    private final Clock clock;
    private final Consumer<DeliveryState> news;
    private final Consumer<Attempt> attempts;

    Deliverer(
            MessageQueue queue,
            RowCipher cipher,
            SmsGateway sms,
            MailGateway mail,
            Clock clock,
            Consumer<DeliveryState> news,
            Consumer<Attempt> attempts) {
        this.queue = queue;
        this.cipher = cipher;
        this.sms = sms;
        this.mail = mail;
        this.clock = clock;
        this.news = news;
        this.attempts = attempts;
    }

    /** Settles what a crash left behind and what has become too late. */
    void sweep() throws SQLException {
        queue.settleAbandoned().forEach(news);
        queue.settleExpired().forEach(news);
    }

    /** Sends until nothing is due. */
    void drain() throws SQLException {
        Optional<Claim> claim;
        while ((claim = queue.next()).isPresent()) {
            var outcome = attempt(claim.get());
            if (outcome.kind() != Outcome.Kind.ACCEPTED) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Message {0} {1}: {2}",
                        claim.get().message(),
                        outcome.kind(),
                        outcome.reason());
            }
            attempts.accept(new Attempt(claim.get().channel(), outcome.kind()));
            record(claim.get(), outcome).forEach(news);
        }
    }

    private Outcome attempt(Claim claim) {
        try {
            return switch (claim.channel()) {
                case SMS -> send(claim.sms(cipher));
                case MAIL -> send(claim.mail(cipher));
            };
        } catch (IllegalStateException sealed) {
            LOG.log(System.Logger.Level.ERROR, "Not sent", sealed);
            return Outcome.refused("sealed under another key");
        }
    }

    private Outcome send(Sms text) {
        try {
            return sms.send(text);
        } catch (RuntimeException defect) {
            return defectOf(sms.name(), defect);
        }
    }

    private Outcome send(Mail text) {
        try {
            return mail.send(text);
        } catch (RuntimeException defect) {
            return defectOf(mail.name(), defect);
        }
    }

    /** A gateway answers with an outcome; one that throws may have sent, and must not stop the others. */
    private static Outcome defectOf(String gateway, RuntimeException defect) {
        LOG.log(System.Logger.Level.ERROR, "Gateway " + gateway + " failed", defect);
        return Outcome.unknown(defect.getClass().getName());
    }

    /**
     * What is known now would be lost with a database that is away: it is told again for as long as the lease holds.
     */
    private List<DeliveryState> record(Claim claim, Outcome outcome) throws SQLException {
        while (true) {
            try {
                return queue.record(claim, outcome);
            } catch (SQLException away) {
                if (!clock.instant().plus(RECORD_AGAIN).isBefore(claim.leaseUntil())) {
                    throw away;
                }
                pause();
            }
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(RECORD_AGAIN.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SQLException("stopping", stopping);
        }
    }
}
