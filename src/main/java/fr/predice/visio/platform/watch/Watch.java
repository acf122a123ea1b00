package fr.predice.visio.platform.watch;

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
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the checks of this node, each in its own time, and remembers what they told: asking costs nothing. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ManagedExecutorDefinition(name = Watch.EXECUTOR, maxAsync = Watch.AT_ONCE)
public class Watch {
    /** For one look. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Of its own: a check that hangs keeps nothing else from its work. */
    static final String EXECUTOR = "java:module/concurrent/watch";

    static final int AT_ONCE = 12;

    @Inject
    @Any
    private Instance<Check> checks;

    @Inject
    private Clock clock;

    @Resource(lookup = EXECUTOR)
    private ManagedExecutorService executor;

    private List<Round> rounds;

    @PostConstruct
    void start() {
        rounds = checks.stream()
                .map(check -> new Round(check, clock, () -> Duration.ofNanos(System.nanoTime())))
                .sorted(Comparator.comparing(Round::name))
                .toList();
        look();
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        rounds.forEach(round -> round.move(executor));
    }

    /** What is known of each check, by name; of one that never ended nothing. */
    public List<Told> told() {
        return rounds.stream().flatMap(round -> round.last().stream()).toList();
    }

    /** What is known of one check. */
    public Optional<Told> told(String name) {
        return told().stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
