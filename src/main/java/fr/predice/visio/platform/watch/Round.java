package fr.predice.visio.platform.watch;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** One check and what it told last. A look that hangs is not joined by a second one. */
final class Round {
    private static final System.Logger LOG = System.getLogger(Round.class.getName());

    /** Rounds that may be missed before nobody knows any more. */
    private static final int MISSED = 3;

    private final Check check;
    private final Clock clock;
    private final Supplier<Duration> uptime;

    private Duration due;
    private Duration lookingSince;
    private Duration toldAt;
    private Told last;

    /** @param uptime grows as time goes by, even where the clock is set: all but the hour of a finding goes by it */
    Round(Check check, Clock clock, Supplier<Duration> uptime) {
        this.check = check;
        this.clock = clock;
        this.uptime = uptime;
        this.due = uptime.get();
    }

    String name() {
        return check.name();
    }

    /** Starts a look that is due; one that takes longer than {@link Watch#PATIENCE} counts as a bad finding. */
    synchronized void move(Executor executor) {
        var now = uptime.get();
        if (lookingSince != null) {
            if (lookingSince.plus(Watch.PATIENCE).compareTo(now) < 0) {
                tell(Finding.bad("slow"));
            }
        } else if (due.compareTo(now) <= 0) {
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
        due = uptime.get().plus(check.every());
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
        toldAt = uptime.get();
    }

    /** What was found last; unknown once that is some rounds ago, because nobody looks any more. */
    synchronized Optional<Told> last() {
        return Optional.ofNullable(last).map(told -> isStale() ? told.stale() : told);
    }

    private boolean isStale() {
        var fresh = check.every().multipliedBy(MISSED).plus(Watch.PATIENCE);
        return toldAt.plus(fresh).compareTo(uptime.get()) < 0;
    }
}
