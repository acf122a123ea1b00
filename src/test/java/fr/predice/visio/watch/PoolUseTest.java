package fr.predice.visio.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class PoolUseTest {
    /** As WildFly's bean of a pool has them. */
    public interface PoolMBean {
        int getInUseCount();

        int getAvailableCount();

        int getWaitCount();
    }

    @Test
    void readsWhatTheServerCounts() throws Exception {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var server = MBeanServerFactory.newMBeanServer();
        PoolUse.bindTo(registry, server);
        assertThat(registry.scrape()).contains("visio_pool_used NaN", "visio_pool_available NaN");

        server.registerMBean(
                new Pool(), new ObjectName("jboss.as:subsystem=datasources,data-source=VisioDS,statistics=pool"));

        assertThat(registry.scrape())
                .contains("visio_pool_used 3.0", "visio_pool_available 17.0", "visio_pool_waits_total 5.0");
    }

    public static final class Pool implements PoolMBean {
        @Override
        public int getInUseCount() {
            return 3;
        }

        @Override
        public int getAvailableCount() {
            return 17;
        }

        @Override
        public int getWaitCount() {
            return 5;
        }
    }
}
