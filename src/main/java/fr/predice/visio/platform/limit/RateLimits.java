package fr.predice.visio.platform.limit;

import fr.predice.visio.platform.token.KeyedHash;
import fr.predice.visio.platform.watch.NeedsDatabase;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ceilings counted in the database, so that they hold on every node and after a restart. What is taken is committed at
 * once: no refusal or failure later gives it back.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@NeedsDatabase
public class RateLimits {
    private static final String TAKE = """
            INSERT INTO rate_limit (bucket, window_start, window_end, used) VALUES (:bucket, :start, :end, 1)
            ON CONFLICT (bucket, window_start)
            DO UPDATE SET used = rate_limit.used + 1 WHERE rate_limit.used < :most
            RETURNING used""";

    private static final String GIVE_BACK = """
            UPDATE rate_limit SET used = used - 1
            WHERE bucket = :bucket AND window_start = :start AND used > 0""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private KeyedHash hash;

    @Inject
    private Event<NearCeiling> near;

    public void take(String purpose, String subject, int most, Duration window) {
        take(new Ceiling(purpose, subject, most, window));
    }

    /**
     * Takes one under each ceiling, or nothing at all.
     *
     * @param ceilings in the same order for the same purposes, or two callers would wait for each other; the most
     *     shared one last
     * @throws LimitReached if the window of one of them is used up
     * @throws LimitUnknown if the database cannot answer
     */
    public void take(Ceiling... ceilings) {
        for (var ceiling : ceilings) {
            var start = startOf(ceiling.window());
            var end = start.plus(ceiling.window());
            var used = taken(ceiling, start, end)
                    .orElseThrow(() -> new LimitReached(ceiling.purpose(), Duration.between(clock.instant(), end)));
            if (used == (ceiling.most() * 4 + 4) / 5) {
                near.fireAsync(new NearCeiling(ceiling.purpose(), used, ceiling.most()));
            }
        }
    }

    private Optional<Integer> taken(Ceiling ceiling, Instant start, Instant end) {
        try {
            List<?> used = entities.createNativeQuery(TAKE, Integer.class)
                    .setParameter("bucket", bucket(ceiling))
                    .setParameter("start", start)
                    .setParameter("end", end)
                    .setParameter("most", ceiling.most())
                    .getResultList();
            return used.stream().map(Integer.class::cast).findFirst();
        } catch (PersistenceException away) {
            throw new LimitUnknown(away);
        }
    }

    /** What was taken turned out to be none of what the ceiling is there for: a right password is no guess. */
    public void giveBack(Ceiling ceiling) {
        entities.createNativeQuery(GIVE_BACK)
                .setParameter("bucket", bucket(ceiling))
                .setParameter("start", startOf(ceiling.window()))
                .executeUpdate();
    }

    private String bucket(Ceiling ceiling) {
        return ceiling.purpose() + ":" + hash.of(ceiling.purpose(), ceiling.subject());
    }

    private Instant startOf(Duration window) {
        var seconds = window.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(clock.instant().getEpochSecond(), seconds) * seconds);
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void forgetPastWindows() {
        entities.createNativeQuery("DELETE FROM rate_limit WHERE window_end < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
