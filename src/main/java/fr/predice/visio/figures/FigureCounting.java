package fr.predice.visio.figures;

import fr.predice.visio.platform.config.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Counts the last days anew, from what is kept of them. A day stays open for a while: receipts of SMS and words on
 * calls come late. After that its figures stand for good, long before what they were counted from is erased.
 */
@Stateless
public class FigureCounting {
    private static final int OPEN_DAYS = 3;

    /** After a stop of the service; less than messages and outcomes of calls are kept. */
    private static final int MOST_DAYS = 25;

    /**
     * The figures of fewer people would be about them: these establishments are counted together. Three is the floor of
     * French public statistics (secret statistique).
     */
    private static final int FEWEST_PEOPLE = 3;

    /** One counts at a time, on whatever node. */
    private static final String ALONE = "LOCK TABLE figure IN SHARE ROW EXCLUSIVE MODE";

    private static final String FORGET = "DELETE FROM figure WHERE day >= :day";

    /** A call belongs to the day of its invitation, and is a failed one only once it is over. */
    private static final String COUNT = """
            INSERT INTO figure (day, establishment_id, name, bucket, total)
            WITH since AS (
                SELECT CAST(CAST(:day AS date) AS timestamp) AT TIME ZONE :zone AS instant
            ), large AS (
                SELECT establishment_id AS id FROM account GROUP BY establishment_id HAVING count(*) >= :fewest
            ), calls AS (
                SELECT i.created_at AS at, i.organizer_id, array_remove(ARRAY[p.way, o.way], NULL) AS ways,
                    coalesce(p.millis, o.millis) AS millis, coalesce(p.cause, o.cause, 'LEFT') AS cause,
                    least(i.ended_at, i.revoked_at, i.expires_at) <= :now AS ended
                FROM invitation i
                JOIN seat s ON s.invitation_id = i.id AND s.side = 'PARTICIPANT'
                LEFT JOIN call_outcome p ON p.invitation_id = i.id AND p.side = 'PARTICIPANT'
                LEFT JOIN call_outcome o ON o.invitation_id = i.id AND o.side = 'ORGANIZER'
                WHERE i.created_at >= (SELECT instant FROM since)
                AND (s.owner_hash IS NOT NULL OR s.former_hash IS NOT NULL OR p.side IS NOT NULL)
            ), deed AS (
                SELECT e.at, a.id AS account_id, 'SIGN_IN' AS name, 0 AS bucket
                FROM audit_event e LEFT JOIN account a ON CAST(a.id AS text) = e.actor
                WHERE e.action = 'SIGNED_IN' AND e.at >= (SELECT instant FROM since)
                UNION ALL
                SELECT created_at, organizer_id, 'INVITATION', 0
                FROM invitation WHERE created_at >= (SELECT instant FROM since)
                UNION ALL
                SELECT m.created_at, i.organizer_id,
                    'SMS_' || CASE m.state WHEN 'CLAIMED' THEN 'WAITING' ELSE m.state END, 0
                FROM outgoing_message m LEFT JOIN invitation i ON i.id = m.about
                WHERE m.channel = 'SMS' AND m.created_at >= (SELECT instant FROM since)
                UNION ALL
                SELECT at, organizer_id, CASE WHEN 'RELAYED' = ANY (ways) THEN 'CALL_RELAYED'
                    WHEN 'DIRECT' = ANY (ways) THEN 'CALL_DIRECT' ELSE 'CALL_UNTOLD' END, 0
                FROM calls WHERE cardinality(ways) > 0
                UNION ALL
                SELECT at, organizer_id, 'PICTURE', least(greatest(ceil(millis / 100.0), 1) * 100, 60000)
                FROM calls WHERE millis IS NOT NULL
                UNION ALL
                SELECT at, organizer_id, 'FAILED_' || cause, 0 FROM calls WHERE cardinality(ways) = 0 AND ended
            )
            SELECT CAST(d.at AT TIME ZONE :zone AS date), l.id, d.name, d.bucket, count(*)
            FROM deed d LEFT JOIN account a ON a.id = d.account_id LEFT JOIN large l ON l.id = a.establishment_id
            GROUP BY 1, 2, 3, 4""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    /** Each number is set, and none added to: to count again changes nothing but what has changed. */
    public void count() {
        entities.createNativeQuery(ALONE).executeUpdate();
        var since = firstOpenDay();
        entities.createNativeQuery(FORGET).setParameter("day", since).executeUpdate();
        entities.createNativeQuery(COUNT)
                .setParameter("day", since)
                .setParameter("zone", settings.timeZone().getId())
                .setParameter("fewest", FEWEST_PEOPLE)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private LocalDate firstOpenDay() {
        var counted = (String) entities.createNativeQuery("SELECT CAST(max(day) AS text) FROM figure")
                .getSingleResult();
        var today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
        return firstOpenDay(today, Optional.ofNullable(counted).map(LocalDate::parse));
    }

    /** @param counted the last day with anything; it is long ago where the service stood still */
    static LocalDate firstOpenDay(LocalDate today, Optional<LocalDate> counted) {
        var furthest = today.minusDays(MOST_DAYS);
        return counted.map(day -> day.isBefore(today) ? day : today)
                .map(day -> day.minusDays(OPEN_DAYS))
                .filter(furthest::isBefore)
                .orElse(furthest);
    }
}
