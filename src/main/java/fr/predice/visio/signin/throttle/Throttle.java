package fr.predice.visio.signin.throttle;

import fr.predice.visio.account.TriesForgiven;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.token.KeyedHash;
import fr.predice.visio.platform.watch.NeedsDatabase;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Counts tries. A try is paid for before anything is compared, so that guesses at the same time pay each for itself; a
 * right one clears its bucket.
 */
@Stateless
@NeedsDatabase
public class Throttle {
    /** Purposes of {@link LimitReached}: one waits some seconds, or the way in is closed for some minutes. */
    public static final String DELAY = "sign-in-delay";

    public static final String LOCK = "sign-in-lock";

    private static final String TAKE = """
            INSERT INTO sign_in_try AS t (factor, subject, device, tries, last_at, closed_until)
            VALUES (:factor, :subject, :device, 1, :now, :now)
            ON CONFLICT (subject, factor, device) DO UPDATE SET
                tries = CASE WHEN t.last_at < :past THEN 1 ELSE t.tries + 1 END,
                last_at = :now,
                closed_until = CASE WHEN t.last_at < :past THEN CAST(:now AS timestamptz)
                    ELSE CAST(:now AS timestamptz) + make_interval(secs => (CAST(:waits AS integer[]))[
                        least(t.tries + 1, array_length(CAST(:waits AS integer[]), 1))]) END
            WHERE t.closed_until <= :now
            RETURNING tries""";
    private static final String CLOSED = """
            SELECT tries, CAST(1000 * extract(epoch FROM closed_until - CAST(:now AS timestamptz)) AS bigint)
            FROM sign_in_try""";
    private static final String OF_BUCKET = " WHERE factor = :factor AND subject = :subject AND device = :device";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private KeyedHash hash;

    /**
     * Pays for a try, whose transaction must be committed whatever becomes of it.
     *
     * @return whether the way in is closed unless this try is right
     * @throws LimitReached if it is too early; nothing is paid then
     */
    public boolean take(Bucket bucket) {
        var now = clock.instant();
        List<?> taken = of(bucket, entities.createNativeQuery(TAKE, Integer.class))
                .setParameter("now", now)
                .setParameter("past", now.minus(Waits.REMEMBERED))
                .setParameter("waits", Waits.array())
                .getResultList();
        if (taken.isEmpty()) {
            throw tooEarly(bucket, now);
        }
        return Waits.locks((Integer) taken.get(0));
    }

    private LimitReached tooEarly(Bucket bucket, Instant now) {
        List<?> rows = of(bucket, entities.createNativeQuery(CLOSED + OF_BUCKET, Object[].class))
                .setParameter("now", now)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new LimitReached(
                        Waits.locks((Integer) row[0]) ? LOCK : DELAY, Duration.ofMillis((Long) row[1])))
                .findFirst()
                // Forgiven in between.
                .orElseGet(() -> new LimitReached(DELAY, Duration.ofSeconds(1)));
    }

    /** A right try: those before it are forgotten. */
    public void clear(Bucket bucket) {
        of(bucket, entities.createNativeQuery("DELETE FROM sign_in_try" + OF_BUCKET))
                .executeUpdate();
    }

    /** For both factors, and for every device. */
    public void forgive(@Observes TriesForgiven forgiven) {
        entities.createNativeQuery("DELETE FROM sign_in_try WHERE subject IN (:subjects)")
                .setParameter(
                        "subjects",
                        List.of(
                                subject(forgiven.identifier()),
                                subject(forgiven.account().toString())))
                .executeUpdate();
    }

    private Query of(Bucket bucket, Query query) {
        return query.setParameter("factor", bucket.factor().name())
                .setParameter("subject", subject(bucket.subject()))
                .setParameter("device", bucket.device());
    }

    private String subject(String named) {
        return hash.of("sign-in-try", named);
    }

    @Schedule(hour = "*", minute = "41", persistent = false)
    void forgetPast() {
        entities.createNativeQuery("DELETE FROM sign_in_try WHERE last_at < :past")
                .setParameter("past", clock.instant().minus(Waits.REMEMBERED))
                .executeUpdate();
    }
}
