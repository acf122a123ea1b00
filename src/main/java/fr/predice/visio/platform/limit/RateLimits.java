package fr.predice.visio.platform.limit;

import fr.predice.visio.platform.token.KeyedHash;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Ceilings counted in the database, so that they hold on every node and after a restart. What is taken is committed at
 * once: no refusal or failure later gives it back. If the database cannot answer, the caller fails with it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RateLimits {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private KeyedHash hash;

    /**
     * Takes one of {@code most} in the current window of this subject.
     *
     * @param purpose names the ceiling, e.g. "sms-number"
     * @param subject whom it counts, kept only as a keyed hash
     * @throws LimitReached if the window is used up
     */
    public void take(String purpose, String subject, int most, Duration window) {
        var start = startOf(window);
        var taken = entities.createNativeQuery("""
                        INSERT INTO rate_limit (bucket, window_start, window_end, used)
                        VALUES (:bucket, :start, :end, 1)
                        ON CONFLICT (bucket, window_start)
                        DO UPDATE SET used = rate_limit.used + 1 WHERE rate_limit.used < :most""")
                .setParameter("bucket", purpose + ":" + hash.of(purpose, subject))
                .setParameter("start", start)
                .setParameter("end", start.plus(window))
                .setParameter("most", most)
                .executeUpdate();
        if (taken == 0) {
            throw new LimitReached(Duration.between(clock.instant(), start.plus(window)));
        }
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
