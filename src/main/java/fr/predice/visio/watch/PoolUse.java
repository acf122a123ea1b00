package fr.predice.visio.watch;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.Hashtable;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The pool of connections to the database, as WildFly counts it; NaN on another server, or where its statistics are
 * off.
 */
final class PoolUse {
    /** As {@code 10-datasource.cli} calls it. */
    private static final Map<String, String> POOL =
            Map.of("subsystem", "datasources", "data-source", "VisioDS", "statistics", "pool");

    private PoolUse() {}

    static void bindTo(MeterRegistry registry) {
        bindTo(registry, ManagementFactory.getPlatformMBeanServer());
    }

    static void bindTo(MeterRegistry registry, MBeanServer server) {
        Gauge.builder("visio.pool.used", server, beans -> read(beans, "InUseCount"))
                .description("Connections to the database that are in use")
                .strongReference(true)
                .register(registry);
        Gauge.builder("visio.pool.available", server, beans -> read(beans, "AvailableCount"))
                .description("Connections to the database that may still be taken before one must wait")
                .strongReference(true)
                .register(registry);
        FunctionCounter.builder("visio.pool.waits", server, beans -> read(beans, "WaitCount"))
                .description("How often one had to wait for a connection")
                .register(registry);
    }

    private static double read(MBeanServer beans, String attribute) {
        try {
            var pool = new ObjectName("jboss.as", new Hashtable<>(POOL));
            return Double.parseDouble(String.valueOf(beans.getAttribute(pool, attribute)));
        } catch (JMException | NumberFormatException away) {
            return Double.NaN;
        }
    }
}
