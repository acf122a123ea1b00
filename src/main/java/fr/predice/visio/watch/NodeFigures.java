package fr.predice.visio.watch;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.Recorded;
import fr.predice.visio.call.outcome.CallOutcome;
import fr.predice.visio.messaging.Attempt;
import fr.predice.visio.messaging.Channel;
import fr.predice.visio.messaging.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Locale;

/**
 * What this node counts since its start, under the names that {@code src/release/watching/LISEZMOI.md} explains. Labels
 * are words of our own lists, so their number is bounded; nothing is about a person. Each deed is counted by the node
 * that did it: sums over nodes are true.
 */
@ApplicationScoped
public class NodeFigures {
    private static final Duration[] PICTURE = {
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private static final Duration[] REQUEST = {
        Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250),
        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(10)
    };

    private PrometheusMeterRegistry registry;

    /** Whatever may happen is there from the start, at zero: an alert needs the first one, too. */
    @PostConstruct
    void open() {
        registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        CollectorTimes.bindTo(registry);
        PoolUse.bindTo(registry);
        for (var action : AuditAction.values()) {
            deeds(action);
        }
        for (var channel : Channel.values()) {
            for (var result : Outcome.Kind.values()) {
                messages(channel, result);
            }
        }
        for (var way : CallOutcome.Way.values()) {
            calls("connected", way.name());
        }
        for (var cause : CallOutcome.Cause.values()) {
            calls("failed", cause.name());
        }
        picture();
    }

    @PreDestroy
    void close() {
        registry.close();
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    void onDeed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Recorded deed) {
        deeds(deed.action()).increment();
    }

    void onAttempt(@Observes Attempt attempt) {
        messages(attempt.channel(), attempt.result()).increment();
    }

    void onOutcome(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallOutcome outcome) {
        outcome.way().ifPresent(way -> calls("connected", way.name()).increment());
        outcome.cause().ifPresent(cause -> calls("failed", cause.name()).increment());
        outcome.picture().ifPresent(picture()::record);
    }

    /** @param route a template of ours, never an address that was asked for */
    void onRequest(String route, String method, int status, Duration time) {
        Timer.builder("visio.requests")
                .description("Requests answered")
                .tag("route", route)
                .tag("method", method)
                .tag("status", status / 100 + "xx")
                .serviceLevelObjectives(REQUEST)
                .register(registry)
                .record(time);
    }

    private Counter deeds(AuditAction action) {
        return Counter.builder("visio.deeds")
                .description("Deeds and refusals written into the audit trail")
                .tag("deed", word(action.name()))
                .register(registry);
    }

    private Counter messages(Channel channel, Outcome.Kind result) {
        return Counter.builder("visio.messages")
                .description("Tries at sending a message")
                .tag("channel", word(channel.name()))
                .tag("result", word(result.name()))
                .register(registry);
    }

    private Counter calls(String outcome, String how) {
        return Counter.builder("visio.calls")
                .description("What browsers told of their calls, each side for itself")
                .tag("outcome", outcome)
                .tag("how", word(how))
                .register(registry);
    }

    private Timer picture() {
        return Timer.builder("visio.first.picture")
                .description("From the tap to the first picture")
                .serviceLevelObjectives(PICTURE)
                .register(registry);
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
