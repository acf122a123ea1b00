package fr.predice.visio.messaging;

import fr.predice.visio.platform.cipher.RowCipher;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.watch.NeedsDatabase;
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
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/**
 * Sends what waits in the outbox: right after the commit that put it there, and by a sweep for what a crash or a silent
 * database left behind.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ManagedExecutorDefinition(name = OutboxDispatcher.EXECUTOR, maxAsync = OutboxDispatcher.AT_ONCE)
@NeedsDatabase
public class OutboxDispatcher {
    private static final System.Logger LOG = System.getLogger(OutboxDispatcher.class.getName());

    /** One slow provider's answers hold up so many messages and no more. */
    static final int AT_ONCE = 8;

    /** Of its own: the server's default executor has few threads on a small machine, and others wait for them. */
    static final String EXECUTOR = "java:module/concurrent/outbox";

    private final Semaphore free = new Semaphore(AT_ONCE);

    @Inject
    private Settings settings;

    @Inject
    @Any
    private Instance<SmsGateway> smsGateways;

    @Inject
    @Any
    private Instance<MailGateway> mailGateways;

    @Inject
    private MessageQueue queue;

    @Inject
    private RowCipher cipher;

    @Inject
    private Clock clock;

    @Inject
    private Event<DeliveryState> news;

    @Inject
    private Event<Attempt> attempts;

    @Resource(lookup = EXECUTOR)
    private ManagedExecutorService executor;

    private Deliverer deliverer;

    @PostConstruct
    void choose() {
        var names = settings.messaging();
        var sms = smsGateways.stream()
                .filter(gateway -> gateway.name().equals(names.smsGateway()))
                .findFirst()
                .orElseThrow();
        var mail = mailGateways.stream()
                .filter(gateway -> gateway.name().equals(names.mailGateway()))
                .findFirst()
                .orElseThrow();
        deliverer = new Deliverer(queue, cipher, sms, mail, clock, news::fire, attempts::fire);
    }

    public void onPosted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagePosted posted) {
        executor.execute(this::drain);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        try {
            deliverer.sweep();
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "The outbox could not be swept: {0}", away.getMessage());
            return;
        }
        executor.execute(this::drain);
    }

    private void drain() {
        if (!free.tryAcquire()) {
            return;
        }
        try {
            deliverer.drain();
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "The outbox could not be read: {0}", away.getMessage());
        } finally {
            free.release();
        }
    }
}
