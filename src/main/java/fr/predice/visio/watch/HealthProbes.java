package fr.predice.visio.watch;

import fr.predice.visio.call.signaling.Rooms;
import fr.predice.visio.platform.drain.Drain;
import fr.predice.visio.platform.watch.Finding;
import fr.predice.visio.platform.watch.Told;
import fr.predice.visio.platform.watch.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * The checks as MicroProfile Health tells them, from memory. Down are only those that decide; the others are up
 * whatever they found, which stands in their data.
 */
@ApplicationScoped
public class HealthProbes {
    /** Of a check that decides: a node that no longer looks gets no new visitors either. */
    private static final Set<Finding.Level> DOWN = EnumSet.of(Finding.Level.BAD, Finding.Level.UNKNOWN);

    @Inject
    private Watch watch;

    @Inject
    private Drain drain;

    @Inject
    private Rooms rooms;

    /** Only a server that no one but its restart would help is not alive. */
    @Produces
    @Liveness
    HealthCheck threads() {
        return () -> HealthCheckResponse.named("threads")
                .status(ManagementFactory.getThreadMXBean().findDeadlockedThreads() == null)
                .build();
    }

    /** The tables are migrated, and the first look at them is over. */
    @Produces
    @Startup
    HealthCheck schema() {
        return () -> {
            var schema = watch.told("schema");
            var health = HealthCheckResponse.named("schema").status(schema.isPresent());
            schema.map(told -> told.finding().figures().get("level")).ifPresent(l -> health.withData("level", l));
            return health.build();
        };
    }

    @Produces
    @Readiness
    HealthCheck database() {
        return () -> said("database");
    }

    @Produces
    @Readiness
    HealthCheck outbox() {
        return () -> said("outbox");
    }

    @Produces
    @Readiness
    HealthCheck mail() {
        return () -> said("mail");
    }

    @Produces
    @Readiness
    HealthCheck sms() {
        return () -> said("sms");
    }

    @Produces
    @Readiness
    HealthCheck turn() {
        return () -> said("turn");
    }

    @Produces
    @Readiness
    HealthCheck certificate() {
        return () -> said("certificate");
    }

    @Produces
    @Readiness
    HealthCheck cards() {
        return () -> said("cards");
    }

    @Produces
    @Readiness
    HealthCheck clock() {
        return () -> said("clock");
    }

    @Produces
    @Readiness
    HealthCheck disk() {
        return () -> said("disk");
    }

    /** Asked at each look, not in rounds: whoever stops the server waits for it. */
    @Produces
    @Readiness
    HealthCheck stop() {
        return () -> {
            var draining = drain.underWay();
            var present = rooms.present();
            return HealthCheckResponse.named("stop")
                    .status(!draining)
                    .withData("state", draining ? "DRAINING" : "FINE")
                    .withData("rooms", present.size())
                    .withData(
                            "calls",
                            present.stream().filter(seats -> seats == 2).count())
                    .build();
        };
    }

    private HealthCheckResponse said(String name) {
        var health = HealthCheckResponse.named(name);
        var told = watch.told(name);
        if (told.isEmpty()) {
            return health.status(!name.equals("database"))
                    .withData("state", "UNKNOWN")
                    .build();
        }
        health.status(!isDown(told.get()));
        var finding = told.get().finding();
        health.withData("state", finding.level().name());
        health.withData("problem", finding.problem().isEmpty() ? "none" : finding.problem());
        finding.figures().forEach(health::withData);
        return health.build();
    }

    private static boolean isDown(Told told) {
        return told.decides() && DOWN.contains(told.finding().level());
    }
}
