package fr.predice.visio.watch;

import fr.predice.visio.account.password.PasswordHashing;
import fr.predice.visio.call.signaling.Rooms;
import fr.predice.visio.platform.watch.Finding;
import fr.predice.visio.platform.watch.Told;
import fr.predice.visio.platform.watch.Watch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How things stand on this node as one looks: its rooms, and what the checks told last. None of it asks the database.
 */
@ApplicationScoped
public class NodeGauges {
    @Inject
    private NodeFigures figures;

    @Inject
    private Watch watch;

    @Inject
    private Rooms rooms;

    @Inject
    private PasswordHashing passwords;

    private MultiGauge states;
    private MultiGauge told;

    @PostConstruct
    void open() {
        gauge("visio.rooms", "Rooms open on this node", present -> present.size());
        gauge(
                "visio.calls.current",
                "Rooms where both sides sit",
                present -> present.stream().filter(seats -> seats == 2).count());
        gauge(
                "visio.sockets",
                "Sockets that sit in a room",
                present -> present.stream().mapToInt(Integer::intValue).sum());
        Gauge.builder("visio.passwords.waiting", passwords, PasswordHashing::waiting)
                .description("Sign-ins that wait for a place to compare a password")
                .register(figures.registry());
        states = MultiGauge.builder("visio.check")
                .description("What a check told last: 0 fine or not in use, 1 unknown, 2 to see to soon, 3 bad")
                .register(figures.registry());
        told = MultiGauge.builder("visio.check.figure")
                .description("The figures of the checks, as the health page has them")
                .register(figures.registry());
    }

    private void gauge(String name, String description, ToDoubleFunction<List<Integer>> figure) {
        Gauge.builder(name, rooms, all -> figure.applyAsDouble(all.present()))
                .description(description)
                .register(figures.registry());
    }

    /** All figures of this node in Prometheus' text format. */
    String scrape() {
        var all = watch.told();
        states.register(
                all.stream()
                        .map(one -> MultiGauge.Row.of(Tags.of("check", one.name()), rank(one)))
                        .toList(),
                true);
        told.register(
                all.stream()
                        .flatMap(one -> one.finding().figures().entrySet().stream()
                                .map(figure -> MultiGauge.Row.of(
                                        Tags.of("check", one.name(), "figure", figure.getKey()), figure.getValue())))
                        .toList(),
                true);
        return figures.registry().scrape();
    }

    private static int rank(Told one) {
        return Math.max(0, one.finding().level().ordinal() - Finding.Level.OFF.ordinal());
    }
}
