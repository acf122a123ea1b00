package fr.predice.visio.messaging.sms.ovh;

import fr.predice.visio.messaging.sms.LowCredit;
import fr.predice.visio.platform.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Asks at start and each quarter of an hour how many credits are left. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OvhCredit {
    private static final System.Logger LOG = System.getLogger(OvhCredit.class.getName());

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private OvhState state;

    @Inject
    private Event<LowCredit> low;

    @Resource
    private ManagedExecutorService executor;

    private Optional<OvhAccount> account;

    @PostConstruct
    void open() {
        account = settings.messaging().ovh().map(ovh -> new OvhAccount(settings.messaging(), clock));
        executor.execute(this::ask);
    }

    @Schedule(hour = "*", minute = "*/15", persistent = false)
    void ask() {
        account.ifPresent(
                open -> read(open, settings.messaging().ovh().orElseThrow().lowCredit()));
    }

    /** Asks now, for whoever checks the installation. */
    public SmsAccount look() {
        ask();
        return new SmsAccount(state.problem().map(OvhProblem::name), state.credits());
    }

    private void read(OvhAccount open, int least) {
        try {
            open.credits().ifPresent(left -> {
                state.works();
                note(left, least);
            });
        } catch (OvhFailure failure) {
            state.failed(failure.problem());
            LOG.log(System.Logger.Level.WARNING, "OVH''s credits are unknown: {0}", failure.getMessage());
        }
    }

    private void note(double left, int least) {
        state.left(left);
        if (left < least) {
            LOG.log(System.Logger.Level.WARNING, "OVH: {0} credits left", left);
            low.fireAsync(new LowCredit(left));
        }
    }
}
