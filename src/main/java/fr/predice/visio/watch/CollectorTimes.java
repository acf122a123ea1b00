package fr.predice.visio.watch;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** Time spent in garbage collection. Micrometer's own figures of it listen to classes that WildFly hides from us. */
final class CollectorTimes {
    private CollectorTimes() {}

    static void bindTo(MeterRegistry registry) {
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            FunctionCounter.builder("visio.gc.seconds", collector, CollectorTimes::seconds)
                    .description("Time spent in garbage collection")
                    .tag("collector", collector.getName())
                    .register(registry);
        }
    }

    private static double seconds(GarbageCollectorMXBean collector) {
        return collector.getCollectionTime() / 1000.0;
    }
}
