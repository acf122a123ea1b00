package fr.predice.visio.platform.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** One check and what it told last. A look that hangs is not joined by a second one. */
final class Round {
    private static final System.Logger LOG = System.getLogger(Round.class.getName());

    private final Check check;
    private final Clock clock;

    private Instant due = Instant.MIN;
    private Instant lookingSince;
    private Told last;

    Round(Check check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    String name() {
        return check.name();
    }

    /** Starts a look that is due; one that takes longer than {@link Watch#PATIENCE} counts as a bad finding. */
    synchronized void move(Executor executor) {
        var now = clock.instant();
        if (lookingSince != null) {
            if (lookingSince.plus(Watch.PATIENCE).isBefore(now)) {
                tell(Finding.bad("slow"));
            }
        } else if (!due.isAfter(now)) {
            lookingSince = now;
            start(executor);
        }
    }

    private void start(Executor executor) {
        try {
            executor.execute(this::look);
        } catch (RejectedExecutionException stopping) {
            lookingSince = null;
        }
    }

    private void look() {
        Finding found;
        try {
            found = check.look();
        } catch (Exception | LinkageError failure) {
            LOG.log(System.Logger.Level.DEBUG, "The check of " + check.name() + " failed", failure);
            found = Finding.bad("failed");
        }
        looked(found);
    }

    private synchronized void looked(Finding found) {
        lookingSince = null;
        due = clock.instant().plus(check.every());
        tell(found);
    }

    private void tell(Finding found) {
        var before = last == null ? Finding.fine() : last.finding();
        if (before.level() != found.level() || !before.problem().equals(found.problem())) {
            LOG.log(
                    found.level() == Finding.Level.BAD || found.level() == Finding.Level.CARE
                            ? System.Logger.Level.WARNING
                            : System.Logger.Level.INFO,
                    "State of {0}: {1} {2}",
                    check.name(),
                    found.level(),
                    found.problem());
        }
        last = new Told(check.name(), check.decides(), found, clock.instant());
    }

    synchronized Optional<Told> last() {
        return Optional.ofNullable(last);
    }
}
