package fr.predice.visio.messaging;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Sends what waits in the outbox: right after the commit that put it there, and by a sweep for what a crash left
 * behind.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxDispatcher {
    private static final System.Logger LOG = System.getLogger(OutboxDispatcher.class.getName());

    @Inject
    private Settings settings;

    @Inject
    @Any
    private Instance<SmsGateway> smsGateways;

    @Inject
    @Any
    private Instance<MailGateway> mailGateways;

    @Inject
    private Claims claims;

    @Resource
    private ManagedExecutorService executor;

    private SmsGateway sms;
    private MailGateway mail;

    @PostConstruct
    void choose() {
        sms = smsGateways.stream()
                .filter(gateway -> gateway.name().equals(settings.gateways().sms()))
                .findFirst()
                .orElseThrow();
        mail = mailGateways.stream()
                .filter(gateway -> gateway.name().equals(settings.gateways().mail()))
                .findFirst()
                .orElseThrow();
    }

    public void onPosted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagePosted posted) {
        executor.execute(this::drain);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        claims.settleAbandoned();
        drain();
    }

    private void drain() {
        Optional<Claim> claim;
        while ((claim = claims.next()).isPresent()) {
            attempt(claim.get());
        }
    }

    private void attempt(Claim claim) {
        Outcome outcome;
        try {
            outcome = send(claim);
        } catch (RuntimeException defect) {
            // A gateway answers with an outcome; one that throws may have sent, and must not stop the others.
            LOG.log(System.Logger.Level.ERROR, "A gateway failed", defect);
            outcome = new Outcome(Outcome.Kind.UNKNOWN, defect.getClass().getName());
        }
        if (outcome.kind() != Outcome.Kind.ACCEPTED) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Message {0} {1}: {2}",
                    claim.message(),
                    outcome.kind(),
                    outcome.reason());
        }
        claims.record(claim.message(), outcome);
    }

    private Outcome send(Claim claim) {
        return switch (claim.channel()) {
            case SMS -> sms.send(new PhoneNumber(claim.recipient()), claim.text());
            case MAIL -> mail.send(claim.recipient(), claim.subject(), claim.text());
        };
    }
}
