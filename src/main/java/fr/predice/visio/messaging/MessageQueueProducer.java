package fr.predice.visio.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

@Dependent
class MessageQueueProducer {
    /** Every gateway's time-outs together are shorter: mail's eight questions of ten seconds are the longest. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @Inject
    private Clock clock;

    @Produces
    @Singleton
    MessageQueue queue() {
        return new MessageQueue(database, clock, LEASE);
    }
}
